import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, chromium, type Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** The browser of this machine; LEUCELL_CHROMIUM names another one. Undefined where there is none. */
export const chromiumPath = (): string | undefined =>
  [process.env.LEUCELL_CHROMIUM, ...PLACES].find((path) => path !== undefined && existsSync(path));

export const WHY_NO_CHROMIUM =
  'no Chromium here: install it (apt-get install chromium) or name one in LEUCELL_CHROMIUM';

/** Starts the browser. Root needs no sandbox, as in a container. */
export const launchChromium = (): Promise<Browser> =>
  chromium.launch({
    executablePath: chromiumPath()!,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });

/** What axe-core calls serious or critical on a page, with every part of it opened. */
export async function seriousBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate('for (const d of document.querySelectorAll("details")) d.open = true');
  await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    type Axe = {
      run: () => Promise<{ violations: { id: string; impact: string; nodes: { html: string }[] }[] }>;
    };
    const { violations: found } = await (globalThis as unknown as { axe: Axe }).axe.run();
    return found.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 200)}`);
  });
  return violations.filter((v) => /^(serious|critical)/.test(v));
}
