import type { Course } from '../scenario/plan.js';
import { constant, points, raise, sample, scale, until } from './courses.js';

/** 0 before `start_s`, 1 from then to `end_s`, then falling by 1/e every `decay_s`: what a bout of exercise leaves behind. */
export function fading(start_s: number, end_s: number, decay_s: number): Course {
  const gone_s = end_s + 7 * decay_s;
  const tail = sample((t) => Math.exp(-(t - end_s) / decay_s), end_s, gone_s);
  const before: [number, number][] = [
    [start_s, 0],
    [start_s, 1],
    [end_s, 1],
  ];
  const after = tail.time_s.map((t, i): [number, number] => [t, tail.value[i]!]);
  return until(points([...before, ...after]), gone_s, 0);
}

/** 0, but 1 from `start_s` to `end_s`. */
export const during = (start_s: number, end_s: number): Course =>
  points([
    [start_s, 0],
    [start_s, 1],
    [end_s, 1],
    [end_s, 0],
  ]);

/** 1 + (factor - 1) times a course that runs from 0 to 1: a factor that comes and goes. */
export const factorBy = (course: Course, factor: number): Course => raise(scale(course, factor - 1), 1);

/** The same factor at all times. */
export const always = (factor: number): Course => constant(factor);
