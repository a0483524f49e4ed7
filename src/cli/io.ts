import pc from 'picocolors';

export type Colours = ReturnType<typeof pc.createColors>;

/** Where a command reads its surroundings and writes its words: data to `out`, messages to `err`. */
export interface Io {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly colours: { readonly out: Colours; readonly err: Colours };
  /** Whether messages go to a person watching a terminal. */
  readonly errIsTerminal: boolean;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
}

/** The surroundings of this process. */
export function processIo(): Io {
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    colours: {
      out: pc.createColors(wantsColour(process.stdout, process.env)),
      err: pc.createColors(wantsColour(process.stderr, process.env)),
    },
    errIsTerminal: process.stderr.isTTY === true && process.env.TERM !== 'dumb',
    env: process.env,
    cwd: process.cwd(),
  };
}

/** Colour only where it helps: https://no-color.org, FORCE_COLOR, TERM=dumb, else whether it is a terminal. */
export function wantsColour(stream: { isTTY?: boolean }, env: NodeJS.ProcessEnv): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR !== undefined) return env.FORCE_COLOR !== '0' && env.FORCE_COLOR !== 'false';
  if (env.TERM === 'dumb') return false;
  return stream.isTTY === true;
}

/** The same surroundings without colour (--no-color). */
export const withoutColour = (io: Io): Io => ({
  ...io,
  colours: { out: pc.createColors(false), err: pc.createColors(false) },
});
