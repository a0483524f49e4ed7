import { setImmediate as turn } from 'node:timers/promises';
import { Piscina } from 'piscina';

/** Threads that all answer the same kind of question; or the main thread. */
export interface Answerers<Q, A> {
  readonly ask: (question: Q) => Promise<A>;
  readonly close: () => Promise<void>;
}

/**
 * Opens answerers that have the same plain data to answer from. Of the module, a worker asks the default export, with the data as
 * its workerData, and the main thread (0 workers) what `answerer(data)` returns. Rejects a question whose worker dies.
 */
export async function openAnswerers<Q, A>(
  module: URL,
  data: unknown,
  workers: number,
): Promise<Answerers<Q, A>> {
  if (workers === 0) {
    const { answerer } = (await import(module.href)) as {
      answerer: (data: unknown) => (question: Q) => A;
    };
    const answer = answerer(data);
    // A turn of the event loop between questions lets an interrupt in.
    return { ask: (question) => turn().then(() => answer(question)), close: async () => {} };
  }
  const piscina = new Piscina<Q, A>({
    filename: module.href,
    workerData: data,
    minThreads: workers,
    maxThreads: workers,
    idleTimeout: Number.POSITIVE_INFINITY,
  });
  return { ask: (question) => piscina.run(question), close: () => piscina.destroy() };
}
