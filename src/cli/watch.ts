import { resolve } from 'node:path';
import { Command } from 'commander';
import { serveWatch, type WatchServer } from '../watch/server.js';
import { watchDataset } from '../watch/snapshot.js';
import { type Exit, Refusal } from './exit.js';
import { onInterrupt } from './interrupt.js';
import type { Io } from './io.js';
import * as say from './messages.js';
import { examples, wholeNumber } from './options.js';

/** `leucell watch DIR`: a local page that shows a dataset while it is written, or when it is finished. */
export function watchCommand(io: Io, _ends: (code: Exit) => void): Command {
  return new Command('watch')
    .description(
      'Show a run live on a page of this machine: progress, conditions with bands, one cell. Ctrl-C ends it.',
    )
    .argument('<folder>', 'folder of a dataset, finished or being written')
    .option('--point <n>', 'point of the sweep that the page shows', wholeNumber(0), 0)
    .option('--port <n>', 'port to listen on, at 127.0.0.1 only (default: any free one)', wholeNumber(1))
    .addHelpText('before', examples('leucell watch results/quick', 'leucell run wasting-vs-exercise --watch'))
    .action(async (given: string, { point, port }: { point: number; port?: number }) => {
      const interrupt = onInterrupt(() => {});
      const ended = new Promise((done) => {
        interrupt.signal.addEventListener('abort', done, { once: true });
      });
      try {
        const page = await openPage(resolve(io.cwd, given), point, port);
        io.out(`${page.url}\n`);
        io.err(`${say.watchedUntil()}\n`);
        await ended;
        await page.close();
      } finally {
        interrupt.release();
      }
    });
}

/** The page of a dataset, served. Refuses a point that is not there or a port that is taken. */
export async function openPage(folder: string, point: number, port?: number): Promise<WatchServer> {
  const watched = await watchDataset(folder, point, () => performance.now());
  if (point >= watched.points) {
    watched.close();
    throw new Refusal(say.noSuchPoint(point, watched.points));
  }
  return serveWatch(watched, point, port).catch((error: unknown) => {
    watched.close();
    throw port === undefined ? error : new Refusal(say.cannotListen(port, error));
  });
}

/** The page of a run in this process, from when its dataset is begun until the run ends. */
export interface RunPage {
  /** Called when the dataset is there; serves the page and tells its address, the first time. */
  readonly begin: () => void;
  /** Sends the last state and ends. What went wrong with the page does not undo the run: it is said. */
  readonly end: () => Promise<void>;
}

/** The page of the run into `folder`, said on stderr in the form that progress has. */
export function pageOfRun(io: Io, folder: string, json = false): RunPage {
  let page: Promise<WatchServer> | undefined;
  const tell = ({ url }: WatchServer): void =>
    io.err(
      json
        ? `${JSON.stringify({ watch: url })}\n`
        : `${io.errIsTerminal ? '\r\x1b[2K' : ''}${say.watchedAt(url)}\n`,
    );
  return {
    begin() {
      if (page !== undefined) return;
      page = openPage(folder, 0);
      page.then(tell, () => undefined);
    },
    async end() {
      try {
        await (await page)?.close();
      } catch (error) {
        io.err(`${say.noPage(error)}\n`);
      }
    },
  };
}
