import type { Benchmark } from './benchmark.js';
import { M1 } from './m1.js';
import { M2 } from './m2.js';
import { M3 } from './m3.js';
import { M4 } from './m4.js';
import { M5a } from './m5a.js';
import { M5b } from './m5b.js';

/** By name, from the smallest to the one that no network can hold. */
export const BENCHMARKS: Readonly<Record<string, Benchmark>> = { M1, M2, M3, M4, M5a, M5b };
