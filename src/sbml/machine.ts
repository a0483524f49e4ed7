import type { EngineTables } from '../engine/tables.js';
import { type Channel, channelsOf } from './channels.js';
import { compileChange, timeComparisons } from './clock.js';
import type { Compiled } from './compile.js';
import type { SbmlDocument } from './document.js';
import { compileEvents, type EventCode } from './event-code.js';
import { type Resolved, some } from './expression.js';
import { wholeMolecules } from './molecules.js';
import { asFormulasMean, type Observable, observablesOf } from './observables.js';
import { gather, type Problem, refuse } from './problems.js';
import { type Semantics, semanticsOf } from './semantics.js';
import { programOf } from './tables.js';

/** A model ready to run, again and again. A run writes to `values`, so one machine does one run at a time. */
export interface Machine {
  readonly id: string;
  readonly tables: EngineTables;
  readonly furtherTakes: readonly Int32Array[];
  /** What events change beside crowds: at the start, and now. */
  readonly startValues: Float64Array;
  readonly values: Float64Array;
  readonly events: readonly EventCode[];
  /** When a comparison with time changes next. */
  readonly changes: readonly Compiled[];
  /** Whether rates change when a comparison does. */
  readonly ratesChange: boolean;
  /** Whether triggers or comparisons look at crowds, so that every firing matters to them. */
  readonly watchful: boolean;
  readonly observables: readonly Observable[];
  readonly warnings: readonly Problem[];
}

/**
 * Puts a model together for the engine. Species named in `concentrations` are reported so, the others as amounts; with
 * `meant`, these identifiers are reported instead, as formulas mean them. Throws SbmlError with what keeps the model
 * from being run.
 */
export function machineOf(
  document: SbmlDocument,
  concentrations: ReadonlySet<string> = new Set(),
  meant?: readonly string[],
): Machine {
  const semantics = semanticsOf(document);
  const channels = channelsOf(semantics);
  const startValues = startValuesOf(semantics);
  const values = startValues.slice();
  const events = compileEvents(semantics, values);
  const names = semantics.crowds.map((s) => s.id);
  const { tables, furtherTakes } = programOf(channels, startCounts(semantics), names, values);
  const rates = channels.flatMap((c) => comparisonsOfRate(c));
  const comparisons = [...rates, ...events.flatMap((e) => e.comparisons)];
  const looks = [...comparisons.map((c) => c.difference), ...events.map((e) => e.condition)];
  return {
    id: document.id,
    tables,
    furtherTakes,
    startValues,
    values,
    events,
    changes: comparisons.map((c) => compileChange(c, values)),
    ratesChange: rates.length > 0,
    watchful: looks.some(readsCrowds) || furtherTakes.some((f) => f.length > 0),
    observables: meant
      ? asFormulasMean(semantics, values, meant)
      : observablesOf(semantics, values, concentrations),
    warnings: semantics.warnings,
  };
}

const readsCrowds = (f: Resolved): boolean => some(f, (part) => part.kind === 'count');

function comparisonsOfRate(channel: Channel) {
  return (
    timeComparisons(channel.propensity) ??
    refuse(
      channel.place,
      `the rate of reaction "${channel.name}" changes continuously in time; ` +
        'exact runs know steps only: write <piecewise> with comparisons of time',
    )
  );
}

function startCounts(semantics: Semantics): Float64Array {
  const counts = new Float64Array(semantics.crowds.length);
  gather(
    semantics.crowds.map((species, q) => () => {
      const amount = semantics.initial.amountOf(species);
      const whole = wholeMolecules(amount);
      counts[q] =
        whole ??
        refuse(
          species.place,
          `species "${species.id}" starts with ${amount} molecules; give a whole number of at least 0`,
        );
    }),
  );
  return counts;
}

function startValuesOf(semantics: Semantics): Float64Array {
  const values = new Float64Array(semantics.storeOf.size);
  for (const [id, index] of semantics.storeOf) {
    const symbol = semantics.symbols.all.get(id)!;
    values[index] =
      symbol.kind === 'species'
        ? semantics.initial.amountOf(symbol.is)
        : semantics.initial.startOf(id, symbol.is.place);
  }
  return values;
}
