import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

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
