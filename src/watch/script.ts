/** The page's script, as it stands in the page: it listens to the events beside it and asks nothing else of the network. */
export const WATCH_SCRIPT = `
(() => {
  const at = (id) => document.getElementById(id);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const scene = JSON.parse(at('scene').textContent);
  const circles = scene.signals.map((_, s) => all('[data-signal="' + s + '"]'));
  const dots = scene.metabolites.map((_, m) => all('[data-metabolite="' + m + '"]'));
  const number = (x) => x === null || !Number.isFinite(x) ? '–' : Number(x.toPrecision(3)).toLocaleString('en');
  let latest;
  let playing;
  let moved = false;

  const picked = () => Number(document.querySelector('input[name=pick]:checked').value);
  const put = (circle, [x, y], on) => {
    circle.style.transform = 'translate(' + x + 'px,' + y + 'px)';
    circle.classList.remove('absent');
    circle.classList.toggle('on', on);
  };
  const drawCell = () => {
    if (!latest) return;
    const cell = latest.latest[picked()];
    const t = Number(at('time').value);
    const hours = latest.time_h[t];
    at('when').textContent = hours === undefined ? '–' : 'at ' + number(hours) + ' h';
    at('which').textContent = cell ? 'Donor ' + cell.donor + ', cell ' + cell.cell + ', at ' + number(hours) + ' h.' : 'No cell of this condition yet.';
    const value = (column) => (cell && cell.values[column] ? cell.values[column][t] ?? null : null);
    scene.signals.forEach(({ states }, s) => {
      const known = states.every(({ column }) => column === undefined || value(column) !== null);
      let upTo = 0;
      const ends = states.map(({ column, withThoseBefore }) => {
        const before = upTo;
        if (column === undefined) upTo = 1;
        else upTo = withThoseBefore ? Math.max(upTo, value(column)) : upTo + value(column);
        return { share: upTo - before, end: Math.round(upTo * circles[s].length) };
      });
      ends.forEach(({ share }, i) => {
        document.querySelector('[data-share="' + s + ' ' + i + '"]').textContent = known ? number(100 * share) + ' %' : '–';
      });
      circles[s].forEach((circle, i) => {
        if (!known) return circle.classList.add('absent');
        const state = ends.findIndex(({ end }) => i < end);
        put(circle, states[state].spots[i], state === 0);
      });
    });
    scene.metabolites.forEach(({ column, uM_per_dot, spots }, m) => {
      const uM = value(column);
      document.querySelector('[data-um="' + m + '"]').textContent = uM === null ? '–' : number(uM) + ' uM';
      dots[m].forEach((dot, i) => (uM !== null && i < Math.round(uM / uM_per_dot) ? put(dot, spots[i], false) : dot.classList.add('absent')));
    });
  };
  const stop = () => {
    clearInterval(playing);
    playing = undefined;
    at('play').textContent = 'Play';
  };

  at('time').addEventListener('input', () => { moved = true; drawCell(); });
  for (const radio of all('input[name=pick]')) radio.addEventListener('change', drawCell);
  at('play').addEventListener('click', () => {
    if (playing) return stop();
    const slider = at('time');
    moved = true;
    if (slider.value === slider.max) slider.value = 0;
    at('play').textContent = 'Pause';
    playing = setInterval(() => {
      slider.value = Number(slider.value) + 1;
      drawCell();
      if (slider.value === slider.max) stop();
    }, 600);
    drawCell();
  });
  at('highlight').addEventListener('change', (event) => {
    const chosen = event.target.value;
    at('cell').classList.toggle('chosen', chosen !== '');
    const groups = [...circles, ...dots];
    groups.forEach((group, g) => group.forEach((circle) => circle.classList.toggle('picked', String(g) === chosen)));
  });

  const says = { 'being written': 'The run goes on.', unfinished: 'Nobody is writing this dataset: leucell resume goes on with it.', finished: 'The run is finished.' };
  const tell = (what) => { if (at('state').textContent !== what) at('state').textContent = what; };
  const source = new EventSource('events');
  source.addEventListener('message', ({ data }) => {
    latest = JSON.parse(data);
    const { state, done, cells, failed, events, eventsPerSecond, lived, figures, time_h } = latest;
    at('progress').max = cells;
    at('progress').value = done;
    at('told').textContent = done.toLocaleString('en') + ' of ' + cells.toLocaleString('en') + ' cells' + (failed > 0 ? ', ' + failed + ' failed' : '') + ' · ' + number(events) + ' events' + (eventsPerSecond === null ? '' : ' · ' + number(eventsPerSecond) + ' events/s');
    tell(says[state]);
    lived.forEach((n, i) => { document.querySelector('[data-lived="' + i + '"]').textContent = n + (n === 1 ? ' cell' : ' cells'); });
    for (const [id, markup] of Object.entries(figures)) document.querySelector('[data-figure="' + id + '"]').innerHTML = markup;
    const last = Math.max(0, time_h.length - 1);
    at('time').max = last;
    if (!moved) at('time').value = last;
    drawCell();
  });
  source.addEventListener('end', () => {
    source.close();
    tell(says[latest.state] + ' The program that serves this page has ended; what it showed last stays.');
  });
  source.addEventListener('error', () => tell('The program that serves this page has ended; what it showed last stays.'));
})();
`.trim();
