import type { Progress } from '../calibration/trials.js';
import type { Io } from './io.js';
import { calibrationLine } from './messages.js';

const REDRAW_ms = 100;
const SAY_ms = 30_000;

/** Shows how far a calibration is: on a terminal a line that redraws itself, else a line now and then, JSON with --json. */
export function calibrationDisplay(
  io: Io,
  sets: number,
  { json = false, quiet = false }: { readonly json?: boolean; readonly quiet?: boolean },
): { readonly show: (progress: Progress) => void; readonly end: () => void } {
  if (quiet) return { show: () => {}, end: () => {} };
  const start = performance.now();
  const redraws = io.errIsTerminal && !json;
  let shown = start;
  let drawn = false;
  return {
    show(progress) {
      const now = performance.now();
      if (now - shown < (redraws ? REDRAW_ms : SAY_ms)) return;
      shown = now;
      drawn = redraws;
      const line = calibrationLine(progress, sets, (now - start) / 1000);
      if (json) io.err(`${JSON.stringify({ progress })}\n`);
      else io.err(redraws ? `\r\x1b[2K${io.colours.err.dim(line)}` : `${line}\n`);
    },
    end() {
      if (drawn) io.err('\r\x1b[2K');
    },
  };
}
