import { setFlagsFromString } from 'node:v8';

/**
 * Heaps of threads stay near what is alive in them. Left alone, V8 lets each thread's grow to four times that before it looks, so that
 * the more cells were lived the more memory was held.
 */
const HEAP_GROWTH_PERCENT = 30;
/**
 * Bytes of bytecode that a function runs before it is compiled with all optimisations; V8's own 67584 has it compile hundreds of functions,
 * some several times over, that do too little beside the engine, which is WebAssembly, to pay for it.
 */
const INTERRUPT_BUDGET = 1_000_000;

/**
 * Fits V8 to lives that are long and mostly spent in the engine. Any flag that is not the default makes V8 give up the code that Node ships
 * compiled, so this is to wait until threads have started: before, each of them would compile it anew.
 */
export function fitToLongLives(threads: boolean): void {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
  if (threads) setFlagsFromString(`--heap-growing-percent=${HEAP_GROWTH_PERCENT}`);
}
