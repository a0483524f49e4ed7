import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, freemem, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Command } from 'commander';
import { roundTrip } from '../dataset/round-trip.js';
import { Exit } from './exit.js';
import type { Io } from './io.js';
import { allWell, notAllWell } from './messages.js';
import { bytes } from './numbers.js';
import { examples } from './options.js';
import { versionLine } from './version.js';

const NODE_AT_LEAST = [20, 19] as const;
const FREE_AT_LEAST = 256e6;

interface Finding {
  readonly what: string;
  readonly well: boolean;
  readonly detail: string;
}

/** `leucell doctor`: whether this machine can run simulations, check by check. */
export function doctorCommand(io: Io, ends: (code: Exit) => void): Command {
  return new Command('doctor')
    .description('Check that this machine can run simulations.')
    .option('--json', 'print the checks as JSON')
    .addHelpText('before', examples('leucell doctor'))
    .action(async (options: { json?: boolean }) => {
      const findings = await examine();
      const well = findings.every((f) => f.well);
      if (options.json) io.out(`${JSON.stringify({ well, findings }, null, 2)}\n`);
      else {
        const { green, red } = io.colours.out;
        for (const f of findings) io.out(`${f.well ? green('ok  ') : red('FAIL')}  ${f.what}: ${f.detail}\n`);
        io.err(`${well ? allWell() : notAllWell()}\n`);
      }
      ends(well ? Exit.done : Exit.ourFault);
    });
}

async function examine(): Promise<readonly Finding[]> {
  return [
    { what: 'version', well: true, detail: versionLine() },
    nodeVersion(),
    { what: 'cores', well: true, detail: String(availableParallelism()) },
    memory(),
    await finding('temporary folder', async () => temporaryFolder()),
    await finding('worker threads', threadAnswers),
    await finding(
      'arrow round trip',
      async () => `${await inTemporaryFolder(roundTrip)} rows written and read back`,
    ),
  ];
}

function nodeVersion(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const well = major > NODE_AT_LEAST[0] || (major === NODE_AT_LEAST[0] && minor >= NODE_AT_LEAST[1]);
  return {
    what: 'node',
    well,
    detail: `${process.versions.node} (needs ${NODE_AT_LEAST.join('.')} or newer)`,
  };
}

const memory = (): Finding => ({
  what: 'memory',
  well: freemem() >= FREE_AT_LEAST,
  detail: `${bytes(freemem())} free of ${bytes(totalmem())}`,
});

const temporaryFolder = (): Promise<string> =>
  inTemporaryFolder(async (folder) => {
    writeFileSync(join(folder, 'probe'), 'x');
    return `${tmpdir()} is writable`;
  });

const threadAnswers = (): Promise<string> =>
  new Promise((resolve, reject) => {
    const start = performance.now();
    const worker = new Worker('require("node:worker_threads").parentPort.postMessage("here")', {
      eval: true,
    });
    worker.once('message', () => resolve(`one started in ${Math.round(performance.now() - start)} ms`));
    worker.once('error', reject);
  });

async function inTemporaryFolder<T>(use: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'leucell-doctor-'));
  try {
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function finding(what: string, look: () => Promise<string>): Promise<Finding> {
  try {
    return { what, well: true, detail: await look() };
  } catch (error) {
    return { what, well: false, detail: error instanceof Error ? error.message : String(error) };
  }
}
