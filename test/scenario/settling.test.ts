import { describe, expect, it } from 'vitest';
import { head, planOf } from './words.js';

const settles_h = (condition: string, more = ''): number =>
  planOf(`${head}${more}conditions:\n  rest: {}\n  a: ${condition}`).settle_s / 3600;

describe('a scenario that does not say how long cells settle', () => {
  it('lets bonds settle for half an hour', () => expect(settles_h('{}')).toBe(0.5));
  it('takes another study’s fasted value for rest', () =>
    expect(settles_h('{plasma_leucine: leu-plasma-glynn2010-3p5g}')).toBe(0.5));
  it('gives a lasting state two hours', () => {
    expect(settles_h('{ageing: consensus}')).toBe(2);
    expect(settles_h('{copies: {S6K1: x0.5}}')).toBe(2);
    expect(settles_h('{plasma_leucine: 400 uM}')).toBe(2);
  });
  it('begins with what begins before t = 0', () =>
    expect(settles_h('{exercise: {kind: resistance, at: -3 h, for: 1 h}}')).toBe(3));
  it('goes back six hours at most', () =>
    expect(settles_h('{exercise: {kind: resistance, at: -48 h, for: 1 h}}')).toBe(6));
  it('does not when it is said', () =>
    expect(settles_h('{ageing: consensus}', 'settle: 5 min\n')).toBe(5 / 60));
});
