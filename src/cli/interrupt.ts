import { Exit } from './exit.js';

/** An abort signal that the first Ctrl-C, SIGTERM or SIGUSR1 raises; the second ends the process at once. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** What to tell the shell: 130 after Ctrl-C; 75, try again later, after the signals of a batch system. */
  readonly exit: () => Exit;
  /** Gives the signals back their usual meaning. */
  readonly release: () => void;
}

const EXITS = { SIGINT: Exit.interrupted, SIGTERM: Exit.resumable, SIGUSR1: Exit.resumable } as const;

/** Listens for interrupts; `tell` is called at the first. */
export function onInterrupt(tell: () => void): Interrupt {
  const controller = new AbortController();
  let exit: Exit = Exit.interrupted;
  const listeners = Object.entries(EXITS).map(([name, code]) => {
    const heard = () => {
      if (controller.signal.aborted) process.exit(code);
      exit = code;
      controller.abort();
      tell();
    };
    process.on(name, heard);
    return () => process.off(name, heard);
  });
  return {
    signal: controller.signal,
    exit: () => exit,
    release() {
      for (const stop of listeners) stop();
    },
  };
}
