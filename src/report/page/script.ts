import { NODE } from '../pathway/map.js';

/**
 * The page's script, as it stands in the page. Everything is there without it; it adds reading values off under the pointer or with
 * the arrow keys, showing a part of the time, the time slider of the diagram, PNG files and the switch of the colour scheme. It asks nothing of the network.
 */
export const PAGE_SCRIPT = `
(() => {
  const root = document.documentElement;
  root.classList.add('scripted');
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const number = (x) => {
    if (!Number.isFinite(x)) return '–';
    const size = Math.abs(x);
    if (size >= 1e7 || (size > 0 && size < 1e-4)) return x.toExponential(2);
    return Number(x.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 }).replaceAll(',', ' ');
  };

  const scheme = document.getElementById('scheme');
  scheme.addEventListener('click', () => {
    const dark = root.dataset.scheme ? root.dataset.scheme === 'dark' : matchMedia('(prefers-color-scheme:dark)').matches;
    root.dataset.scheme = dark ? 'light' : 'dark';
  });

  const rows = (link) => {
    const text = decodeURIComponent(link.href.slice(link.href.indexOf(',') + 1));
    return text.trim().split('\\r\\n').slice(1).map((line) => line.match(/("([^"]|"")*"|[^,]*)(,|$)/g).map((f) => f.replace(/,$/, '').replace(/^"|"$/g, '').replaceAll('""', '"')));
  };
  const live = document.getElementById('live');
  const hours = all('#from-h, #to-h');
  const zooms = [];
  const zoom = (from, to) => {
    if (!(to > from)) return;
    hours[0].value = Number(from.toPrecision(3));
    hours[1].value = Number(to.toPrecision(3));
    for (const each of zooms) each(from, to);
  };
  const whole = () => zoom(Number(hours[0].min), Number(hours[1].max));
  for (const field of hours) field.addEventListener('change', () => zoom(Number(hours[0].value), Number(hours[1].value)));
  document.getElementById('all-hours')?.addEventListener('click', whole);
  for (const figure of all('figure[data-course]')) {
    const svg = figure.querySelector('svg.figure');
    const { from, to, ...known } = svg.dataset;
    let [start, end] = [Number(known.start), Number(known.end)];
    const pixel = (hour) => Number(from) + ((hour - start) / (end - start)) * (to - from);
    const hourAt = (event) => {
      const rect = svg.getBoundingClientRect();
      const x = ((event.clientX - rect.left) / rect.width) * svg.viewBox.baseVal.width;
      return Math.min(end, Math.max(start, start + ((x - from) / (to - from)) * (end - start)));
    };
    const plot = svg.querySelector('.plot');
    const box0 = plot.getAttribute('viewBox').split(' ').map(Number);
    const ticks = svg.querySelector('.ticks');
    const [mark, label] = [ticks.querySelector('path'), ticks.querySelector('text')];
    zooms.push((a, b) => {
      const [first, last] = [Number(known.start), Number(known.end)];
      [start, end] = [Math.max(first, a), Math.min(last, b)];
      if (!(end > start)) [start, end] = [first, last];
      const at = (hour) => box0[0] + ((hour - first) / (last - first)) * box0[2];
      plot.setAttribute('viewBox', [at(start), box0[1], at(end) - at(start), box0[3]].join(' '));
      const step = [0.05, 0.1, 0.25, 0.5, 1, 2, 3, 4, 6, 12, 24, 48, 96].find((s) => (end - start) / s <= 7) ?? 168;
      ticks.replaceChildren();
      for (let n = Math.ceil(start / step - 1e-9); n * step <= end + 1e-9; n++) {
        const [line, text] = [mark.cloneNode(), label.cloneNode()];
        line.setAttribute('d', mark.getAttribute('d').replace(/^M[^,]*/, 'M' + pixel(n * step)));
        text.setAttribute('x', pixel(n * step));
        text.textContent = Number((n * step).toPrecision(6));
        ticks.append(line, text);
      }
    });
    let held;
    const brush = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    brush.setAttribute('class', 'brush');
    svg.addEventListener('pointerdown', (event) => {
      if (event.pointerType === 'touch' || event.button !== 0) return;
      held = hourAt(event);
      svg.setPointerCapture(event.pointerId);
      event.preventDefault();
    });
    svg.addEventListener('pointermove', (event) => {
      if (held === undefined) return;
      const [a, b] = [held, hourAt(event)].map(pixel).sort((p, q) => p - q);
      for (const [name, value] of Object.entries({ x: a, y: box0[1] + 4, width: b - a, height: box0[3] - 8 })) brush.setAttribute(name, value);
      svg.append(brush);
    });
    const release = (event) => {
      if (held === undefined) return;
      const [a, b] = [held, hourAt(event)].sort((p, q) => p - q);
      held = undefined;
      brush.remove();
      if (event.type === 'pointerup' && pixel(b) - pixel(a) > 8) zoom(a, b);
    };
    svg.addEventListener('pointerup', release);
    svg.addEventListener('pointercancel', release);
    svg.addEventListener('dblclick', whole);
    let series;
    let box;
    let cursor;
    const read = () => {
      if (series) return;
      series = new Map();
      for (const [condition, time, mean, low, high] of rows(figure.querySelector('a[data-csv]'))) {
        if (!series.has(condition)) series.set(condition, []);
        series.get(condition).push([Number(time) / 3600, mean === '' ? NaN : Number(mean), low, high]);
      }
      box = document.createElement('div');
      box.className = 'tip-box';
      box.hidden = true;
      figure.append(box);
      cursor = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      cursor.setAttribute('class', 'cursor');
      svg.append(cursor);
    };
    const show = (hour, say) => {
      read();
      const at = Math.min(end, Math.max(start, hour));
      const shown = [...series].filter((_, i) => document.getElementById('show-' + i)?.checked !== false).map(([condition, points]) => {
        const near = points.reduce((a, b) => (Math.abs(b[0] - at) < Math.abs(a[0] - at) ? b : a));
        const range = near[2] !== '' && near[3] !== '' ? ' [' + number(Number(near[2])) + ', ' + number(Number(near[3])) + ']' : '';
        return [condition, near[0], number(near[1]) + range];
      });
      if (shown.length === 0) return;
      const view = svg.viewBox.baseVal;
      const x = pixel(at);
      cursor.setAttribute('d', 'M' + x + ',14V' + (view.height - 36));
      box.replaceChildren();
      const head = document.createElement('b');
      head.textContent = number(shown[0][1]) + ' h';
      box.append(head);
      for (const [condition, , value] of shown) {
        const line = document.createElement('div');
        line.textContent = condition + ': ' + value;
        box.append(line);
      }
      box.hidden = false;
      const scale = svg.clientWidth / view.width;
      const left = svg.offsetLeft + x * scale;
      const room = figure.clientWidth - box.offsetWidth - 8;
      box.style.left = Math.max(4, Math.min(room, left + 10)) + 'px';
      box.style.top = '3.2rem';
      figure.dataset.hour = at;
      if (say) live.textContent = box.textContent;
    };
    const hide = () => {
      if (box) box.hidden = true;
      cursor?.setAttribute('d', '');
    };
    svg.addEventListener('pointermove', (event) => {
      show(hourAt(event), false);
    });
    svg.addEventListener('pointerleave', hide);
    const reader = figure.querySelector('button[data-read]');
    reader.addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      show(Number(figure.dataset.hour ?? start) + (step * (end - start)) / 24, true);
    });
    reader.addEventListener('click', () => show(Number(figure.dataset.hour ?? start), true));
    reader.addEventListener('blur', hide);
  }

  const data = document.getElementById('pathway-data');
  const slider = document.getElementById('pathway-time');
  if (data && slider) {
    const { time_h, largest, conditions } = JSON.parse(data.textContent);
    const output = document.getElementById('pathway-when');
    const width = (flux) => 2 + 18 * Math.sqrt(Math.min(1, Math.abs(flux) / largest));
    const set = () => {
      const t = Number(slider.value);
      output.textContent = t === 0 ? 'mean over the time' : 'at ' + number(time_h[t]) + ' h';
      slider.setAttribute('aria-valuetext', output.textContent);
      conditions.forEach(({ nodes, fluxes }, i) => {
        const svg = document.querySelector('#figure-pathway-' + i + ' svg');
        for (const [id, values] of Object.entries(fluxes)) {
          const tip = svg.querySelector('[data-flux="' + id + '"]');
          tip.setAttribute('transform', (values[t] < 0 ? tip.dataset.back : tip.dataset.place) + ' scale(1,' + (values[t] === null ? 0 : width(values[t])) + ')');
          svg.querySelector('[data-flux-text="' + id + '"]').textContent = number(values[t] ?? NaN);
        }
        for (const [id, values] of Object.entries(nodes)) {
          const level = svg.querySelector('[data-node="' + id + '"]');
          const value = values[t] ?? NaN;
          if (level) level.setAttribute('width', Number.isFinite(value) ? ${NODE.width - 2} * value : 0);
          svg.querySelector('[data-node-text="' + id + '"]').textContent = level ? number(100 * value) + ' %' : number(value);
        }
      });
    };
    slider.addEventListener('input', set);
  }

  for (const button of all('button[data-png]'))
    button.addEventListener('click', () => {
      const link = button.parentElement.querySelector('a[data-svg]');
      const image = new Image();
      image.onload = () => {
        const canvas = document.createElement('canvas');
        canvas.width = 2 * image.width;
        canvas.height = 2 * image.height;
        const context = canvas.getContext('2d');
        context.scale(2, 2);
        context.drawImage(image, 0, 0);
        canvas.toBlob((blob) => {
          const save = document.createElement('a');
          save.href = URL.createObjectURL(blob);
          save.download = button.dataset.png;
          save.click();
          setTimeout(() => URL.revokeObjectURL(save.href), 1000);
        });
      };
      image.src = link.href;
    });
})();
`.trim();
