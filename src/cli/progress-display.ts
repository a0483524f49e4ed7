import type { Progress } from '../runner/progress.js';
import type { Io } from './io.js';
import { progressLine } from './messages.js';

const REDRAW_MS = 100;

export interface ProgressDisplay {
  readonly show: (progress: Progress) => void;
  /** Removes the line, so that what follows starts at the left. */
  readonly end: () => void;
}

/** A line that redraws itself on a terminal; with --json one JSON object a line; else nothing. */
export function progressDisplay(io: Io, options: { json: boolean; quiet: boolean }): ProgressDisplay {
  if (options.quiet) return { show: () => {}, end: () => {} };
  if (options.json) return { show: (p) => io.err(`${JSON.stringify({ progress: p })}\n`), end: () => {} };
  if (!io.errIsTerminal) return { show: () => {}, end: () => {} };
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    show(p) {
      const now = performance.now();
      if (now - drawn < REDRAW_MS && p.done < p.total) return;
      drawn = now;
      io.err(`\r\x1b[2K${io.colours.err.dim(progressLine(p))}`);
    },
    end() {
      if (Number.isFinite(drawn)) io.err('\r\x1b[2K');
    },
  };
}
