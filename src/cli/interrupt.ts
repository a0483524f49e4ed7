/** An abort signal that the first Ctrl-C (or SIGTERM) raises; the second ends the process at once. */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** Gives Ctrl-C back its usual meaning. */
  readonly release: () => void;
}

/** Listens for interrupts; `tell` is called at the first. */
export function onInterrupt(exit: number, tell: () => void): Interrupt {
  const controller = new AbortController();
  const heard = () => {
    if (controller.signal.aborted) process.exit(exit);
    controller.abort();
    tell();
  };
  process.on('SIGINT', heard);
  process.on('SIGTERM', heard);
  return {
    signal: controller.signal,
    release() {
      process.off('SIGINT', heard);
      process.off('SIGTERM', heard);
    },
  };
}
