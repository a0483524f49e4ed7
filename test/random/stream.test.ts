import { expect, it } from 'vitest';
import { saveState } from '../../src/random/generator.js';
import { streamFor } from '../../src/random/stream.js';

const state = (seed: string, ...names: (string | number)[]) => saveState(streamFor(seed, ...names)).join();

it('gives one stream to one seed and path of names', () => {
  expect(state('42', 'events', 3)).toBe(state('42', 'events', 3));
});

/** seedrandom alone keeps the low byte of a character and repeats short keys: "ab" is "abab" to it, and "ł" is "B". */
it('gives other streams to other paths, however alike they look', () => {
  const paths: [string, ...(string | number)[]][] = [
    ['a'],
    ['a', 'a'],
    ['aa'],
    ['a', 'aa'],
    ['aa', 'a'],
    ['a,a'],
    ['a","a'],
    ['a', ''],
    ['', 'a'],
    ['a', 1],
    ['a', '1'],
    ['a', 1, 1],
    ['a', 11],
    ['B'],
    ['ł'],
    ['\uD800'],
    ['x'.repeat(300), 'y'],
    ['x'.repeat(301)],
    ['x'.repeat(300), 'z'],
  ];
  expect(new Set(paths.map((path) => state(...path))).size).toBe(paths.length);
});

/** Results depend on these: a change of this list is a change of every result. */
it('keeps its streams from version to version', () => {
  expect(saveState(streamFor('42', 'events', 0, 1))).toEqual(STORED);
});
const STORED = [2113646451, 1040657686, -374469094, -370248235];
