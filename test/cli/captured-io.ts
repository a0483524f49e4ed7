import pc from 'picocolors';
import type { Io } from '../../src/cli/io.js';

export interface Captured {
  readonly io: Io;
  readonly out: () => string;
  readonly err: () => string;
}

/** Surroundings that keep what is written, without a terminal and without colour unless asked for. */
export function capturedIo(cwd: string, { colour = false, terminal = false } = {}): Captured {
  const written = { out: '', err: '' };
  const colours = pc.createColors(colour);
  return {
    io: {
      out: (text) => {
        written.out += text;
      },
      err: (text) => {
        written.err += text;
      },
      colours: { out: colours, err: colours },
      errIsTerminal: terminal,
      env: {},
      cwd,
    },
    out: () => written.out,
    err: () => written.err,
  };
}
