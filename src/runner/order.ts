/** Things begun in order, ended in any order, handed on in the order in which they were begun. */
export interface InOrder<T> {
  /** Resolves once fewer than `window` begun things still wait to be handed on. */
  readonly room: () => Promise<void>;
  /** Takes the next place in the order; call it at once after `room`, with nothing awaited between. */
  readonly begin: () => number;
  /** Whether everything begun before it has been handed on. */
  readonly isNext: (place: number) => boolean;
  /** Ends the thing at this place; resolves when all that was ready has been handed on, rejects if handing on failed. */
  readonly end: (place: number, thing: T) => Promise<void>;
}

/** Keeps at most `window` things; `handOn` is never called twice at a time. */
export function inOrder<T>(window: number, handOn: (thing: T) => Promise<void>): InOrder<T> {
  const ready = new Map<number, T>();
  let begun = 0;
  let handed = 0;
  let tail: Promise<void> = Promise.resolve();
  let waiters: (() => void)[] = [];

  async function drain(): Promise<void> {
    for (let thing = ready.get(handed); thing !== undefined; thing = ready.get(handed)) {
      ready.delete(handed);
      await handOn(thing);
      handed += 1;
      const woken = waiters;
      waiters = [];
      for (const wake of woken) wake();
    }
  }

  return {
    async room() {
      while (begun - handed >= window) await new Promise<void>((wake) => waiters.push(wake));
    },
    begin() {
      begun += 1;
      return begun - 1;
    },
    isNext: (place) => place === handed,
    end(place, thing) {
      ready.set(place, thing);
      tail = tail.then(drain);
      return tail;
    },
  };
}
