import { below } from '../random/below.js';
import { uniform53 } from '../random/uniform.js';
import type { Cell } from './cell.js';
import { GONE, LABEL_CLASSES, SEATED } from './tables.js';

/** Label class of the member of crowd q that is taken, each member being as likely; also settles its identity (`drawnId`). */
export function drawMember(cell: Cell, q: number): number {
  const n = cell.count[q]!;
  let cls = 0;
  if (cell.labelledTotal[q]! > 0) {
    let left = below(cell.streams.labels, n);
    for (cls = LABEL_CLASSES - 1; cls > 0; cls--) {
      left -= cell.labelled[q * LABEL_CLASSES + cls]!;
      if (left < 0) break;
    }
  }
  cell.drawnId = drawIdentity(cell, q, cls, n);
  if (cls > 0) {
    cell.labelled[q * LABEL_CLASSES + cls]!--;
    cell.labelledTotal[q]!--;
  }
  return cls;
}

/** A member drawn from n, f of them followed, is a followed one with probability f/n: exact, since members are exchangeable. */
function drawIdentity(cell: Cell, q: number, cls: number, n: number): number {
  const present = cell.followed.present[q * LABEL_CLASSES + cls]!;
  if (present.length === 0) return -1;
  const ofClass = cls > 0 ? cell.labelled[q * LABEL_CLASSES + cls]! : n - cell.labelledTotal[q]!;
  const at = below(cell.streams.identities, ofClass);
  if (at >= present.length) return -1;
  const id = present[at]!;
  const last = present.pop()!;
  if (at < present.length) present[at] = last;
  return id;
}

/** Label class of a molecule that comes in from an outside source. */
export function drawSource(cell: Cell, source: number): number {
  const share = cell.sourceShare[source]!;
  const labelled = share[1]! + share[2]! + share[3]!;
  if (labelled <= 0) return 0;
  let left = uniform53(cell.streams.labels);
  for (let cls = LABEL_CLASSES - 1; cls > 0; cls--) {
    left -= share[cls]!;
    if (left < 0) return cls;
  }
  return 0;
}

/** Enters label and identity of a member that joins crowd q through a channel; its count is the caller's. */
export function enterMember(cell: Cell, q: number, cls: number, id: number, channel: number): void {
  if (cls > 0) {
    cell.labelled[q * LABEL_CLASSES + cls]!++;
    cell.labelledTotal[q]!++;
  }
  const followed = cell.followed;
  const who = id < 0 && followed.everyNew[q] === 1 ? followed.label.push(cls) - 1 : id;
  if (who < 0) return;
  followed.present[q * LABEL_CLASSES + cls]!.push(who);
  note(cell, who, cls, q, channel);
}

/** Notes that a followed molecule took a seat, or left for good. */
export const noteSeated = (cell: Cell, id: number, cls: number, channel: number) =>
  note(cell, id, cls, SEATED, channel);
export const noteGone = (cell: Cell, id: number, cls: number, channel: number) =>
  note(cell, id, cls, GONE, channel);

function note(cell: Cell, id: number, cls: number, to: number, channel: number): void {
  cell.followed.label[id] = cls;
  cell.followed.place[id] = to;
  cell.followed.log.push({ time_s: cell.time_s, molecule: id, channel, to });
}

/** Starts to follow n unlabelled members of crowd q (all of them, and newcomers too, where `every`). Draws nothing. */
export function follow(cell: Cell, q: number, n: number, every = false): void {
  const followed = cell.followed;
  const present = followed.present[q * LABEL_CLASSES]!;
  const room = cell.count[q]! - cell.labelledTotal[q]! - present.length;
  for (let i = Math.min(every ? room : n, room); i > 0; i--) {
    const id = followed.label.push(0) - 1;
    present.push(id);
    note(cell, id, 0, q, -1);
  }
  if (every) followed.everyNew[q] = 1;
  if (every || n > 0) cell.tracking = true;
}

/** Sets the mole fractions (by class; class 0 is the rest) of an outside source; label classes stay where they are. */
export function setSource(cell: Cell, source: number, share: ArrayLike<number>): void {
  for (let cls = 1; cls < LABEL_CLASSES; cls++) {
    cell.sourceShare[source]![cls] = share[cls]!;
    if (share[cls]! > 0) cell.tracking = true;
  }
}
