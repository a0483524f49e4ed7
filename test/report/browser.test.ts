import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/program.js';
import { NODE } from '../../src/report/pathway/map.js';
import { capturedIo } from '../cli/captured-io.js';
import { chromiumPath, launchChromium, seriousBarriers, WHY_NO_CHROMIUM } from '../support/chromium.js';
import { WHOLE, writeSmallDataset } from '../support/small-dataset.js';

const SIZES = [
  { name: 'desktop, light', width: 1280, height: 900, colorScheme: 'light' },
  { name: 'desktop, dark', width: 1280, height: 900, colorScheme: 'dark' },
  { name: 'phone, light', width: 390, height: 844, colorScheme: 'light' },
] as const;

if (chromiumPath() === undefined) console.warn(WHY_NO_CHROMIUM);
it.runIf(process.env.LEUCELL_CI === '1')('has a browser to test with', () => {
  expect(chromiumPath(), WHY_NO_CHROMIUM).toBeDefined();
});

describe.skipIf(chromiumPath() === undefined)('the report in Chromium', { timeout: 120_000 }, () => {
  let folder: string;
  let file: string;
  let browser: Browser;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'leucell-report-'));
    await writeSmallDataset(join(folder, 'd'), WHOLE);
    file = join(folder, 'report.html');
    const { io, err } = capturedIo(folder);
    expect(await main(['report', 'd', '-o', file], io), err()).toBe(0);
    browser = await launchChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  /** Opens the page, offline; what the browser complains of or asks for is collected. */
  async function opened(size: (typeof SIZES)[number], javaScriptEnabled = true) {
    const context = await browser.newContext({
      viewport: size,
      colorScheme: size.colorScheme,
      offline: true,
      javaScriptEnabled,
      acceptDownloads: true,
    });
    const page = await context.newPage();
    const seen: string[] = [];
    page.on('console', (message) => seen.push(`console ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) seen.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(file).href);
    return { page, seen };
  }

  it.each(SIZES)(
    'opens offline without a complaint, a request or a serious barrier ($name)',
    async (size) => {
      const { page, seen } = await opened(size);
      expect(await seriousBarriers(page)).toEqual([]);
      const wider = await page.evaluate('document.documentElement.scrollWidth - innerWidth');
      expect(wider).toBeLessThanOrEqual(0);
      expect(seen).toEqual([]);
      await page.context().close();
    },
  );

  it('shows and hides conditions, and asks for one in the diagram, without scripts too', async () => {
    for (const scripts of [true, false]) {
      const { page } = await opened(SIZES[0], scripts);
      const line = page.locator('#figure-leucine .c1');
      expect(await line.isVisible()).toBe(true);
      await page.locator('#show-1').uncheck();
      expect(await line.isVisible()).toBe(false);
      expect(await page.locator('#figure-pathway-1').isVisible()).toBe(false);
      await page.locator('#pathway-pick-1').check();
      expect(await page.locator('#figure-pathway-1').isVisible()).toBe(true);
      expect(await page.locator('#figure-pathway-0').isVisible()).toBe(false);
      expect(await page.locator('#pathway-time').isVisible()).toBe(scripts);
      await page.context().close();
    }
  });

  it('moves the diagram through time with the keyboard', async () => {
    const { page, seen } = await opened(SIZES[0]);
    const number = page.locator('#figure-pathway-0 [data-flux-text=oxidation]');
    const arrow = page.locator('#figure-pathway-0 [data-flux=oxidation]');
    const before = [await number.textContent(), await arrow.getAttribute('transform')];
    await page.locator('#pathway-time').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#pathway-when').textContent()).toBe('at 2 h');
    expect(await number.textContent()).toBe('7 200'); // what the test wrote for 2 h
    expect([await number.textContent(), await arrow.getAttribute('transform')]).not.toEqual(before);
    expect(await page.locator('#figure-pathway-0 [data-node-text=s6k1]').textContent()).toBe('20 %');
    const level = page.locator('#figure-pathway-0 [data-node=s6k1]');
    expect(Number(await level.getAttribute('width'))).toBeCloseTo(0.2 * (NODE.width - 2), 9);
    expect(seen).toEqual([]);
    await page.context().close();
  });

  it('reads values off with the pointer and with arrow keys, and says them aloud', async () => {
    const { page } = await opened(SIZES[0]);
    const figure = page.locator('#figure-leucine');
    await figure.locator('svg.figure').hover();
    expect(await figure.locator('.tip-box').textContent()).toMatch(/^\d\.?\d* h *fasted: \d+/);
    await figure.locator('button[data-read]').focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#live').textContent()).toContain('fed: ');
    await page.context().close();
  });

  it('shows a part of the time in all courses: by dragging, by its fields, and the whole again', async () => {
    const { page, seen } = await opened(SIZES[0]);
    const figure = page.locator('#figure-leucine');
    const [view, ticks] = [figure.locator('.plot'), page.locator('#figure-oxidation .ticks text')];
    const whole = [await view.getAttribute('viewBox'), await ticks.allTextContents()];
    expect(whole[1]).toEqual(['0', '0.5', '1', '1.5', '2', '2.5', '3']);
    await figure.scrollIntoViewIfNeeded();
    const plot = (await view.boundingBox())!;
    const at = (hour: number) => [plot.x + (hour / 3) * plot.width, plot.y + plot.height / 2] as const;
    await page.mouse.move(...at(1));
    await page.mouse.down();
    await page.mouse.move(...at(1.5));
    expect(await figure.locator('.brush').count()).toBe(1);
    await page.mouse.move(...at(2));
    await page.mouse.up();
    expect(await figure.locator('.brush').count()).toBe(0);
    expect(Number(await page.locator('#from-h').inputValue())).toBeCloseTo(1, 1);
    expect(Number(await page.locator('#to-h').inputValue())).toBeCloseTo(2, 1);
    await page.locator('#from-h').fill('1');
    await page.locator('#to-h').fill('2');
    await page.keyboard.press('Enter');
    expect(await ticks.allTextContents()).toEqual(['1', '1.25', '1.5', '1.75', '2']);
    const [x0, , width0] = whole[0]!.toString().split(' ').map(Number) as [number, number, number];
    const [x, , width] = (await view.getAttribute('viewBox'))!.split(' ').map(Number) as [
      number,
      number,
      number,
    ];
    expect([x, width]).toEqual([expect.closeTo(x0 + width0 / 3, 6), expect.closeTo(width0 / 3, 6)]);
    await figure.locator('svg.figure').hover();
    expect(await figure.locator('.tip-box b').textContent()).toMatch(/^[12](\.\d+)? h$/);
    await page.locator('#all-hours').click();
    expect([await view.getAttribute('viewBox'), await ticks.allTextContents()]).toEqual(whole);
    expect(seen).toEqual([]);
    await page.context().close();
  });

  it('gives every figure as SVG, CSV and PNG', async () => {
    const { page } = await opened(SIZES[0]);
    const figures = await page.locator('figure').count();
    expect(figures).toBeGreaterThan(20);
    for (const link of ['a[data-svg]', 'a[data-csv]', 'button[data-png]'])
      expect(await page.locator(`figure ${link}`).count()).toBe(figures);
    expect(await downloaded(page, '#figure-forest a[data-svg]')).toMatch(/^<svg xmlns=.*<\/svg>\n$/s);
    expect(await downloaded(page, '#figure-leucine a[data-csv]')).toMatch(
      /^condition,time_s,mean,low,high\r\nfasted,0,101\.75,/,
    );
    expect(await downloaded(page, '#figure-pathway-0 button[data-png]')).toMatch(/^.PNG/);
    await page.context().close();
  });

  async function downloaded(page: Page, what: string): Promise<string> {
    const waiting = page.waitForEvent('download');
    await page.locator(what).click();
    return readFileSync(await (await waiting).path(), 'latin1');
  }

  it('prints with the key to its lines and without what a finger is for', async () => {
    const { page } = await opened(SIZES[0]);
    await page.locator('#show-2').uncheck();
    await page.emulateMedia({ media: 'print' });
    const keys = page.locator('label.toggle');
    expect(await Promise.all([0, 1, 2].map((i) => keys.nth(i).isVisible()))).toEqual([true, true, false]);
    for (const gone of ['.bar-in nav', '.hours', '.downloads', '#scheme', '#pathway-time'])
      expect(await page.locator(gone).first().isVisible(), gone).toBe(false);
    await page.context().close();
  });

  it('is a page and no program: small, complete and in one file', () => {
    expect(statSync(file).size).toBeLessThan(5e6);
    expect(readFileSync(file, 'utf8')).not.toMatch(/(src|href)="https?:/);
  });
});
