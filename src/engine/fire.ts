import { below } from '../random/below.js';
import type { Cell } from './cell.js';
import { drawMember, drawSource, enterMember, noteGone, noteSeated } from './labels.js';
import { makeMolecule, removeMolecule } from './molecules.js';
import { recode, refit, refitPartners } from './pools.js';
import { LABEL_CLASSES, Take } from './tables.js';

/** What channel c does: takes its reactants, changes parts and bonds, gives its products. */
export function fire(cell: Cell, c: number): void {
  const t = cell.tables;
  cell.fired[c]!++;
  const takeA = t.takeA[c]!;
  const takeB = t.takeB[c]!;
  let partA = -1;
  let partB = -1;
  let labelA = 0;
  let labelB = 0;
  let idA = -1;
  let idB = -1;

  if (takeA === Take.crowd) {
    const q = t.qa[c]!;
    if (cell.tracking) {
      labelA = drawMember(cell, q);
      idA = cell.drawnId;
    }
    cell.count[q]!--;
  } else if (takeA === Take.part) {
    partA = pick(cell, t.qa[c]!);
    labelA = cell.label[partA]!;
    idA = cell.cargo[partA]!;
  }
  if (takeB === Take.crowd) {
    const q = t.qb[c]!;
    if (cell.tracking) {
      labelB = drawMember(cell, q);
      idB = cell.drawnId;
    }
    cell.count[q]!--;
  } else if (takeB === Take.part) {
    partB = pick(cell, t.qb[c]!);
    if (partB === partA) partB = pickOther(cell, t.qb[c]!, partA);
    labelB = cell.label[partB]!;
    idB = cell.cargo[partB]!;
  }

  if (partA >= 0) changeParts(cell, c, partA, partB);
  else if (partB >= 0) {
    recode(cell, partB, t.deltaB[c]!);
    refit(cell, partB);
    refitPartners(cell, partB);
  }
  if (cell.tracking) track(cell, c, partA, partB, labelA, labelB, idA, idB);
  const end = t.outStart[c + 1]!;
  for (let i = t.outStart[c]!; i < end; i++) cell.count[t.outCrowd[i]!]!++;
  if (t.removesA[c] === 1) removeMolecule(cell, partA);
  if (t.makeStart[c]! < t.makeStart[c + 1]!) makeMolecule(cell, t.makeStart[c]!, t.makeStart[c + 1]!);
}

const pick = (cell: Cell, q: number): number =>
  cell.members[q - cell.tables.crowds]![below(cell.streams.events, cell.count[q]!)]!;

/** The second of a pair, any member but the first: what drew the first again is drawn anew among all, until it differs. */
function pickOther(cell: Cell, q: number, first: number): number {
  for (;;) {
    const part = pick(cell, q);
    if (part !== first) return part;
  }
}

function changeParts(cell: Cell, c: number, partA: number, partB: number): void {
  const t = cell.tables;
  const slots = t.bondSlots;
  const throughA = t.partnerOfA[c]!;
  let partner = -1;
  if (throughA >= 0) {
    partner = cell.bond[partA * slots + throughA]!;
    const back = t.slotOfPartner[c]!;
    if (back >= 0) {
      cell.bond[partA * slots + throughA] = -1;
      cell.bond[partner * slots + back] = -1;
    }
  }
  if (t.joinA[c]! >= 0) {
    cell.bond[partA * slots + t.joinA[c]!] = partB;
    cell.bond[partB * slots + t.joinB[c]!] = partA;
  }
  recode(cell, partA, t.deltaA[c]!);
  if (partB >= 0) recode(cell, partB, t.deltaB[c]!);
  if (partner >= 0) recode(cell, partner, t.deltaPartner[c]!);
  refit(cell, partA);
  refitPartners(cell, partA);
  if (partB >= 0) {
    refit(cell, partB);
    refitPartners(cell, partB);
  }
  if (partner >= 0) {
    refit(cell, partner);
    refitPartners(cell, partner);
  }
}

/** Carries isotope labels and identities from what was taken to what is given, seated or gone. */
function track(
  cell: Cell,
  c: number,
  partA: number,
  partB: number,
  labelA: number,
  labelB: number,
  idA: number,
  idB: number,
): void {
  const t = cell.tables;
  const source = t.labelSource[c]!;
  const labelS = source >= 0 ? drawSource(cell, source) : 0;
  const taken = labelA | labelB | labelS;
  if (taken > 0) cell.firedLabelled[c * LABEL_CLASSES + taken]!++;
  const seats = t.seats[c]!;
  let leftA = idA >= 0 && partA < 0;
  let leftB = idB >= 0 && partB < 0;
  const end = t.outStart[c + 1]!;
  for (let i = t.outStart[c]!; i < end; i++) {
    const cls = (labelA & t.outMaskA[i]!) | (labelB & t.outMaskB[i]!) | (labelS & t.outMaskS[i]!);
    const cargo = t.outCargo[i]!;
    enterMember(cell, t.outCrowd[i]!, cls, cargo === 1 ? idA : cargo === 2 ? idB : -1, c);
    if (cargo === 1) {
      leftA = false;
      if (partA >= 0) cell.cargo[partA] = -1;
    } else if (cargo === 2) {
      leftB = false;
      if (partB >= 0) cell.cargo[partB] = -1;
    }
  }
  if (partA >= 0) cell.label[partA] = (labelA & t.partAfromA[c]!) | (labelB & t.partAfromB[c]!);
  if (partB >= 0) cell.label[partB] = (labelA & t.partBfromA[c]!) | (labelB & t.partBfromB[c]!);
  if (seats === 1) {
    cell.cargo[partA] = idB;
    if (idB >= 0) noteSeated(cell, idB, labelB, c);
  } else if (seats === 2) {
    cell.cargo[partB] = idA;
    if (idA >= 0) noteSeated(cell, idA, labelA, c);
  } else {
    if (leftA) noteGone(cell, idA, labelA, c);
    if (leftB) noteGone(cell, idB, labelB, c);
  }
}
