import {
  closeSync,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lockedBy } from './problems.js';

/** A process that says that it writes in a folder. */
export interface Holder {
  readonly file: string;
  readonly pid: number;
  readonly host: string;
  /** Whether it still lives; of a process on another machine that is what its heartbeat says. */
  readonly alive: boolean;
}

/** How often a lock is touched, and after how long without a touch its holder on another machine counts as dead. */
const BEAT_MS = 5000;
const DEAD_MS = 600_000;

/**
 * Takes the lock of a folder and returns how to release it. Every process announces itself in a file of its own and then
 * looks for others, so of two at once at most one goes on, and what dead processes left is taken over. Throws a
 * DatasetError if a living process holds the folder.
 */
export function lockFolder(folder: string): () => void {
  const file = nameOf(process.pid, startOf(process.pid));
  const path = join(folder, file);
  let handle: number;
  try {
    handle = openSync(path, 'wx');
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === 'EEXIST')
      throw lockedBy(folder, process.pid, hostname(), path);
    throw cause;
  }
  const beat = setInterval(() => writeSync(handle, '.', 0), BEAT_MS).unref();
  const release = () => {
    clearInterval(beat);
    closeSync(handle);
    handle = -1;
    for (const place of [path, join(folder.replace(/\.partial$/, ''), file)]) rmSync(place, { force: true });
  };
  writeSync(handle, '.', 0);
  const others = holdersOf(folder, statSync(path).mtimeMs).filter((other) => other.file !== file);
  const living = others.find(({ alive }) => alive);
  if (living !== undefined) {
    release();
    throw lockedBy(folder, living.pid, living.host, join(folder, living.file));
  }
  for (const dead of others) rmSync(join(folder, dead.file), { force: true });
  return once(release);
}

/** Who has announced itself in a folder; `now_ms` is the time by the clock of its file system, if that is known. */
export function holdersOf(folder: string, now_ms = Number.POSITIVE_INFINITY): readonly Holder[] {
  return readdirSync(folder).flatMap((file) => {
    const named = /^lock\.(\d+)\.(\d+)\.(.+?)(?:~(\d+))?$/.exec(file);
    if (named === null) return [];
    const [pid, start, host] = [Number(named[1]), named[2]!, named[3]!];
    const here = file === nameOf(pid, start);
    const alive = here ? startOf(pid) === start : now_ms - touched(join(folder, file)) < DEAD_MS;
    return [{ file, pid, host, alive }];
  });
}

const nameOf = (pid: number, start: string): string => `lock.${pid}.${start}.${machine()}`;

/** This machine, and on Linux which numbering of processes: that of a container is another one. */
function machine(): string {
  const name = hostname().replace(/[^\w.-]/g, '_');
  try {
    return `${name}~${/\d+/.exec(readlinkSync('/proc/self/ns/pid'))![0]}`;
  } catch {
    return name;
  }
}

const GONE = '-';

/** When a process began, so that a number given anew is not taken for the old process; 0 where only its life is known. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return /[ZX]/.test(fields[0]!) ? GONE : fields[19]!;
  } catch {
    return isThere(pid) ? '0' : GONE;
  }
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function touched(path: string): number {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return Number.NEGATIVE_INFINITY;
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
