import { expect, it } from 'vitest';
import { editDistance, nearest } from '../../src/scenario/suggest.js';

it.each([
  ['kitten', 'sitting', 3],
  ['ab', 'ba', 1],
  ['', 'abc', 3],
  ['same', 'same', 0],
])('counts the edits from "%s" to "%s" as %i', (a, b, n) => expect(editDistance(a, b)).toBe(n));
it('finds the word that was meant', () =>
  expect(nearest('leucin', ['KIC', 'leucine', 'insulin'])).toBe('leucine'));
it('does not care for capitals or dashes', () =>
  expect(nearest('Sample-Every', ['sample every'])).toBe('sample every'));
it('suggests nothing far', () => expect(nearest('dog', ['leucine', 'whey'])).toBeUndefined());
it('prefers the word that was only begun', () =>
  expect(nearest('plasma_leu', ['plasma_kic', 'plasma_leucine'])).toBe('plasma_leucine'));
