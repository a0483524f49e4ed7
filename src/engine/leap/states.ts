import { type EngineTables, Take } from '../tables.js';

/** A state that a part may come to be in: its code, and the bond slots (bits) that are taken. */
export interface PartState {
  readonly code: number;
  readonly bonds: number;
}

/** Every state that the parts of a cell, or those of one type, may come to be in, or a few more: what pools ask of partners is not asked. */
export function statesOf(t: EngineTables, type = -1): readonly PartState[] {
  const found: PartState[] = [];
  const seen = new Set<number>();
  const add = (code: number, bonds: number): void => {
    const key = code * 2 ** t.bondSlots + bonds;
    if (seen.has(key)) return;
    seen.add(key);
    found.push({ code, bonds });
  };
  for (const code of new Set([...t.partCode, ...t.makeCode]))
    if (type < 0 || t.typeOfCode[code] === type) add(code, 0);
  for (let i = 0; i < found.length; i++) {
    const { code, bonds } = found[i]!;
    for (let c = 0; c < t.channels; c++) {
      if (t.takeA[c] === Take.part && isIn(t, code, t.qa[c]!))
        add(code + t.deltaA[c]!, bondsOfA(t, c, bonds));
      if (t.takeB[c] === Take.part && isIn(t, code, t.qb[c]!))
        add(code + t.deltaB[c]!, bonds | bitOf(t.joinB[c]!));
      if (mayBePartner(t, c, found[i]!)) add(code + t.deltaPartner[c]!, bonds & ~bitOf(t.slotOfPartner[c]!));
    }
  }
  return found;
}

/** Whether members of a pool are of more than one of these states. */
export const areMixed = (t: EngineTables, q: number, states: readonly PartState[]): boolean =>
  states.filter(({ code }) => isIn(t, code, q)).length > 1;

/** The code of a pool whose members are all alike: of one code, and bonded to nobody. -1: they are not. */
export function onlyCode(t: EngineTables, q: number, states: readonly PartState[]): number {
  const inside = states.filter(({ code }) => isIn(t, code, q));
  return inside.length === 1 && inside[0]!.bonds === 0 ? inside[0]!.code : -1;
}

/** Whether channel c may change it as a partner: one bonded, of the partner's type, through the slot that is cleared if one is. */
function mayBePartner(t: EngineTables, c: number, { code, bonds }: PartState): boolean {
  if (t.partnerOfA[c]! < 0 || t.typeOfCode[code] !== t.typeOfPartner[c]) return false;
  const slot = bitOf(t.slotOfPartner[c]!);
  return slot === 0 ? bonds !== 0 : (bonds & slot) !== 0;
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
