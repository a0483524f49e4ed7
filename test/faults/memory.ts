import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { program } from './program.js';

/** Cells so small that a run of ten thousand is over in minutes: what a run holds for each of them would show at once. */
const SCENARIO = `question: what does a cell leave behind?
volume: 0.01 um3
settle: 1 s
duration: 1 min
sample every: 30 s
cells: 1
conditions: { fasted: {}, fed: { leucine: 1 g } }
`;
const CONDITIONS = 2;
/** A process tells of its peak as long as it is there. */
const LOOK_MS = 20;

/** Whether the system says what a process held at most. */
export const tellsPeaks = (): boolean => existsSync('/proc/self/status');

/** The most memory in MiB that `leucell run` of so many cells held, its two worker threads included (VmHWM). */
export async function peakOf(cwd: string, cells: number): Promise<number> {
  writeFileSync(join(cwd, 'tiny.yaml'), SCENARIO);
  const argv = ['run', 'tiny.yaml', '--out', `out-${cells}`, '--cells', `${cells / CONDITIONS}`];
  const { child, ended } = program(cwd, [...argv, '--workers', '2', '--quiet']);
  let peak_KiB = 0;
  const timer = setInterval(() => {
    peak_KiB = Math.max(peak_KiB, highWater_KiB(child.pid!));
  }, LOOK_MS);
  const { exit, err } = await ended;
  clearInterval(timer);
  if (exit !== 0) throw new Error(`the run of ${cells} cells ended with ${exit}: ${err}`);
  return peak_KiB / 1024;
}

/** 0 where the process has gone. */
function highWater_KiB(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
