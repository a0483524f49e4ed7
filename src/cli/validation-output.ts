import { columns } from '../language/columns.js';
import type { JudgedRow, JudgedTarget } from '../validation/judge-targets.js';
import { citationOf } from '../validation/target.js';
import type { Colours } from './io.js';
import { targetsHeld } from './messages.js';
import { plain } from './numbers.js';

/** One row of `--json`: a band or an inequality of a target. */
export interface RowData {
  readonly id: string;
  readonly arm: string;
  readonly at: string;
  readonly quantity: string;
  readonly published: number | null;
  readonly error: number | null;
  readonly error_kind: string | null;
  readonly simulated: number | null;
  readonly interval: readonly [number | null, number | null];
  readonly lo: number | null;
  readonly hi: number | null;
  /** Null where it was not evaluated: `reason` says why. */
  readonly pass: boolean | null;
  readonly reason: string | null;
  readonly formula: string | null;
  readonly role: string;
  readonly evidence: string;
  readonly flag: string;
  readonly citation: string;
  readonly notes: readonly string[];
}

/** Every row of every target, as JSON. */
export const validationData = (judged: readonly JudgedTarget[]): readonly RowData[] =>
  judged.flatMap((target) => target.rows.map((row) => dataOf(target, row)));

function dataOf({ target, notes }: JudgedTarget, row: JudgedRow): RowData {
  const { verdict } = row;
  const number = (x: number | undefined) => (x === undefined || !Number.isFinite(x) ? null : x);
  return {
    id: target.id,
    arm: row.arm,
    at: row.at,
    quantity: row.quantity,
    published: row.published?.mean ?? null,
    error: row.published?.error ?? null,
    error_kind: row.published?.error_kind ?? null,
    simulated: number(verdict?.simulated),
    interval: [number(verdict?.interval[0]), number(verdict?.interval[1])],
    lo: verdict?.lo ?? row.lo,
    hi: verdict?.hi ?? row.hi,
    pass: verdict?.pass ?? null,
    reason: verdict === undefined ? (row.reason ?? null) : null,
    formula: row.text ?? null,
    role: target.role,
    evidence: target.evidence,
    flag: target.flag,
    citation: citationOf(target.source),
    notes,
  };
}

const HEAD = ['target', 'arm', 'at', 'published', 'simulated', 'band', '', 'evidence', 'source'];
const WIDEST = { arm: 22, at: 58, simulated: 80, source: 40 };

/** Every row as a table for a terminal, and how many targets hold. */
export function validationTable(judged: readonly JudgedTarget[], colours: Colours): string {
  const rows = judged.flatMap((target) => target.rows.map((row) => line(dataOf(target, row))));
  const painted = columns(HEAD, rows, 'text')
    .replace(/ PASS /g, ` ${colours.green('PASS')} `)
    .replace(/ FAIL /g, ` ${colours.red('FAIL')} `);
  const count = (pass: boolean | null) => judged.filter((t) => t.pass === pass).length;
  return `${painted}\n${targetsHeld(count(true), count(false), count(null))}\n`;
}

const short = (text: string, most: number) => (text.length > most ? `${text.slice(0, most - 3)}...` : text);
const orDash = (x: number | null) => (x === null ? '-' : plain(x));

function line(row: RowData): readonly string[] {
  const verdict = row.pass === null ? 'not evaluated' : row.pass ? 'PASS' : 'FAIL';
  const kind = row.error_kind === 'none' || row.error_kind === null ? '' : ` ${row.error_kind}`;
  const error = row.error === null ? '' : ` ± ${plain(row.error)}${kind}`;
  const simulated =
    row.simulated === null
      ? (row.reason ?? '-')
      : `${plain(row.simulated)} [${orDash(row.interval[0])}, ${orDash(row.interval[1])}]`;
  return [
    row.id,
    short(row.arm, WIDEST.arm),
    short([row.at, row.quantity].filter((x) => x !== '').join(' '), WIDEST.at),
    row.published === null ? '-' : `${plain(row.published)}${error}`,
    short(simulated, WIDEST.simulated),
    `${row.lo === null ? '' : plain(row.lo)}..${row.hi === null ? '' : plain(row.hi)}`,
    verdict,
    `${row.evidence} (${row.flag})`,
    short(row.citation, WIDEST.source),
  ];
}
