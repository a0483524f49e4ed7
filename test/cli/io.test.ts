import { expect, it } from 'vitest';
import { wantsColour } from '../../src/cli/io.js';

const terminal = { isTTY: true };
const pipe = {};

it('colours a terminal and nothing else', () => {
  expect(wantsColour(terminal, {})).toBe(true);
  expect(wantsColour(pipe, {})).toBe(false);
});

it('honours NO_COLOR over FORCE_COLOR, FORCE_COLOR over the rest, and TERM=dumb', () => {
  expect(wantsColour(terminal, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
  expect(wantsColour(terminal, { NO_COLOR: '' })).toBe(true);
  expect(wantsColour(pipe, { FORCE_COLOR: '1' })).toBe(true);
  expect(wantsColour(terminal, { FORCE_COLOR: '0' })).toBe(false);
  expect(wantsColour(terminal, { TERM: 'dumb' })).toBe(false);
});
