import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { serveWatch, type WatchServer } from '../../src/watch/server.js';
import { watchDataset } from '../../src/watch/snapshot.js';
import { chromiumPath, launchChromium, seriousBarriers, WHY_NO_CHROMIUM } from '../support/chromium.js';
import { WHOLE, writeSmallDataset } from '../support/small-dataset.js';

const SIZES = [
  { name: 'desktop, light', width: 1280, height: 900, colorScheme: 'light', reducedMotion: 'no-preference' },
  { name: 'desktop, dark', width: 1280, height: 900, colorScheme: 'dark', reducedMotion: 'reduce' },
  { name: 'phone, light', width: 390, height: 844, colorScheme: 'light', reducedMotion: 'reduce' },
] as const;

if (chromiumPath() === undefined) console.warn(WHY_NO_CHROMIUM);
it.runIf(process.env.LEUCELL_CI === '1')('has a browser to test with', () => {
  expect(chromiumPath(), WHY_NO_CHROMIUM).toBeDefined();
});

describe.skipIf(chromiumPath() === undefined)(
  'the page of leucell watch in Chromium',
  { timeout: 120_000 },
  () => {
    let folder: string;
    let browser: Browser;
    let server: WatchServer;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'leucell-page-'));
      await writeSmallDataset(join(folder, 'd'), WHOLE);
      browser = await launchChromium();
      server = await serveWatch(await watchDataset(join(folder, 'd'), 0, () => performance.now()), 0);
    }, 60_000);
    afterAll(async () => {
      await server?.close();
      await browser?.close();
      rmSync(folder, { recursive: true });
    });

    /** Opens the page; what the browser complains of, and what it asks for beyond the page and its events, is collected. */
    async function opened({ colorScheme, reducedMotion, ...viewport }: (typeof SIZES)[number], of = server) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion });
      const page = await context.newPage();
      const seen: string[] = [];
      page.on('console', (message) => seen.push(`console ${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
      page.on('request', (request) => {
        if (![of.url, `${of.url}events`].includes(request.url()) && !/^data:/.test(request.url()))
          seen.push(`request: ${request.url()}`);
      });
      await page.goto(of.url);
      await page.locator('#figure-leucine svg.figure').waitFor();
      return { page, seen };
    }

    it.each(SIZES)('shows the dataset without a complaint or a serious barrier ($name)', async (size) => {
      const { page, seen } = await opened(size);
      expect(await page.locator('#told').textContent()).toMatch(/^36 of 36 cells · 36 events$/);
      expect(await page.locator('#state').textContent()).toBe('The run is finished.');
      expect(
        await page.locator('#progress').evaluate((bar) => (bar as unknown as { position: number }).position),
      ).toBe(1);
      expect(await page.locator('figure[id] svg.figure').count()).toBe(8);
      expect(await seriousBarriers(page)).toEqual([]);
      expect(await page.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
      expect(seen).toEqual([]);
      await page.context().close();
    });

    it('draws as many molecules in a state as the cell had, by time and condition, by keyboard', async () => {
      const { page, seen } = await opened(SIZES[1]);
      const filled = () => page.locator('[data-signal="8"].on').count(); // S6K1: 10, 10, 20, 15 % phosphorylated
      const share = page.locator('[data-share="8 0"]');
      expect([await filled(), await share.textContent()]).toEqual([3, '15 %']);
      await page.locator('#time').focus();
      await page.keyboard.press('ArrowLeft');
      expect([await filled(), await share.textContent()]).toEqual([4, '20 %']);
      expect(await page.locator('#when').textContent()).toBe('at 2 h');
      await page.keyboard.press('Home');
      expect([await filled(), await share.textContent()]).toEqual([2, '10 %']);
      const leucine = page.locator('[data-um="0"]');
      await page.keyboard.press('End');
      const fasted = await leucine.textContent();
      await page.locator('input[name=pick][value="1"]').check();
      expect(await leucine.textContent()).not.toBe(fasted);
      await page.locator('#highlight').selectOption({ label: 'S6K1' });
      expect(await page.locator('#cell.chosen .picked').count()).toBe(20);
      expect(seen).toEqual([]);
      await page.context().close();
    });

    it('plays through time on demand, never by itself', async () => {
      const { page } = await opened(SIZES[1]);
      const time = page.locator('#time');
      await page.waitForTimeout(800);
      expect(await time.inputValue()).toBe('3');
      await page.locator('#play').click();
      expect(await page.locator('#play').textContent()).toBe('Pause');
      await page.locator('#play', { hasText: 'Play' }).waitFor();
      expect(await time.inputValue()).toBe('3');
      await page.context().close();
    });

    it('hides a condition, and says when its program has ended, without a complaint', async () => {
      const own = await serveWatch(await watchDataset(join(folder, 'd'), 0, () => 0), 0);
      const { page, seen } = await opened(SIZES[0], own);
      const line = page.locator('#figure-leucine .c1');
      expect(await line.isVisible()).toBe(true);
      await page.locator('#show-1').uncheck();
      expect(await line.isVisible()).toBe(false);
      await own.close();
      await page.locator('#state', { hasText: 'has ended' }).waitFor();
      expect(seen).toEqual([]);
      await page.context().close();
    });
  },
);
