import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { damagedCheckpoint, killedInLongCells, longCells } from './long-cells.js';

it('goes on with long cells from where they were, or begins them anew where that is damaged', async () => {
  const root = mkdtempSync(join(tmpdir(), 'leucell-long-'));
  const place = (name: string) => {
    mkdirSync(join(root, name));
    return join(root, name);
  };
  try {
    const undisturbed = await longCells(place('undisturbed'));
    const incidents = [
      await killedInLongCells(place('term'), 'SIGTERM', undisturbed),
      await damagedCheckpoint(place('damaged'), undisturbed),
    ];
    expect(incidents.flatMap(({ fault, wrong }) => wrong.map((what) => `${fault}: ${what}`))).toEqual([]);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 240_000);
