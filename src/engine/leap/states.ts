import { type EngineTables, Take } from '../tables.js';

/** A state that a part may come to be in: its code, and the bond slots (bits) that are taken. */
export interface PartState {
  readonly code: number;
  readonly bonds: number;
}

/** Every state that the parts of a cell may come to be in, or a few more: what pools ask of partners is not asked. */
export function statesOf(t: EngineTables): readonly PartState[] {
  const found = new Map<string, PartState>();
  const add = (code: number, bonds: number): void => {
    found.set(`${code} ${bonds}`, { code, bonds });
  };
  for (const code of [...new Set([...t.partCode, ...t.makeCode])]) add(code, 0);
  for (let before = -1; before !== found.size; ) {
    before = found.size;
    const known = [...found.values()];
    for (let c = 0; c < t.channels; c++) {
      for (const s of takenStates(t, c, 'A', known)) add(s.code + t.deltaA[c]!, bondsOfA(t, c, s.bonds));
      for (const s of takenStates(t, c, 'B', known)) add(s.code + t.deltaB[c]!, s.bonds | bitOf(t.joinB[c]!));
      for (const s of partnerStates(t, c, known))
        add(s.code + t.deltaPartner[c]!, s.bonds & ~bitOf(t.slotOfPartner[c]!));
    }
  }
  return [...found.values()];
}

/** The code of a pool whose members are all alike: of one code, and bonded to nobody. -1: they are not. */
export function onlyCode(t: EngineTables, q: number, states: readonly PartState[]): number {
  const inside = states.filter(({ code }) => isIn(t, code, q));
  return inside.length === 1 && inside[0]!.bonds === 0 ? inside[0]!.code : -1;
}

function takenStates(
  t: EngineTables,
  c: number,
  which: 'A' | 'B',
  known: readonly PartState[],
): readonly PartState[] {
  const take = which === 'A' ? t.takeA[c] : t.takeB[c];
  const q = which === 'A' ? t.qa[c]! : t.qb[c]!;
  return take === Take.part ? known.filter(({ code }) => isIn(t, code, q)) : [];
}

/** Partners that channel c may change: bonded ones of their type, through the slot that is cleared if one is. */
function partnerStates(t: EngineTables, c: number, known: readonly PartState[]): readonly PartState[] {
  if (t.partnerOfA[c]! < 0) return [];
  const slot = bitOf(t.slotOfPartner[c]!);
  return known.filter(
    ({ code, bonds }) =>
      t.typeOfCode[code] === t.typeOfPartner[c] && (slot === 0 ? bonds !== 0 : (bonds & slot) !== 0),
  );
}

function bondsOfA(t: EngineTables, c: number, bonds: number): number {
  const cleared = t.partnerOfA[c]! >= 0 && t.slotOfPartner[c]! >= 0 ? bitOf(t.partnerOfA[c]!) : 0;
  return (bonds & ~cleared) | bitOf(t.joinA[c]!);
}

const bitOf = (slot: number): number => (slot < 0 ? 0 : 1 << slot);

function isIn(t: EngineTables, code: number, q: number): boolean {
  const type = t.typeOfCode[code]!;
  const bit = q - t.crowds - t.poolBase[type]!;
  return bit >= 0 && bit < t.poolsOfType[type]! && ((t.poolMask[code]! >>> bit) & 1) === 1;
}
