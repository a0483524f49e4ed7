import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LIKELY_CAUSES } from '../../docs/likely-causes.js';

const sections = readFileSync('docs/validation.md', 'utf8').split(/^## /m).slice(1);
const idOf = (section: string) => /^`([\w-]+)`/m.exec(section)?.[1];
const failing = sections.filter((section) => /^.*: fail$/m.test(section.split('\n')[0]!));

describe('docs/validation.md', () => {
  it('says of every target that fails why it is thought to', () => {
    expect(failing.length).toBeGreaterThan(0);
    for (const section of failing)
      expect(section).toContain(`Likely cause: ${LIKELY_CAUSES[idOf(section)!]}`);
  });
  it('gives no cause for a target that holds or is not there', () => {
    expect(Object.keys(LIKELY_CAUSES).sort()).toEqual(failing.map(idOf).sort());
  });
});
