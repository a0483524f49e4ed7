import type { Condition, Course } from '../scenario/plan.js';

/** The engine's label class by the isotopologue's key in a plan. */
export const CLASS_OF_KEY = { C1: 1, N: 2, C1N: 3 } as const;

/** The name under which a source's share of an isotopologue stands among the courses of a timeline. */
export const labelName = (source: string, key: string): string => `label ${source} ${key}`;

/** Labels of a condition as courses beside those of its inputs. */
export const labelCourses = ({ labels }: Condition): Readonly<Record<string, Course>> =>
  Object.fromEntries(
    Object.entries(labels).flatMap(([source, keys]) =>
      Object.entries(keys).map(([key, course]) => [labelName(source, key), course] as const),
    ),
  );
