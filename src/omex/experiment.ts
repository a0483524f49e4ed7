import type { Written } from '../sbml/expression.js';
import type { Place } from '../sbml/problems.js';
import type { XmlElement } from '../sbml/xml.js';
import type { Path } from './xpath.js';

/** A SED-ML document as declared, its references known to be there. */
export interface Experiment {
  readonly models: ReadonlyMap<string, SedModel>;
  readonly simulations: ReadonlyMap<string, TimeCourse>;
  readonly tasks: ReadonlyMap<string, Task>;
  readonly generators: ReadonlyMap<string, Generator>;
  readonly outputs: readonly Output[];
}

interface Declared {
  readonly id: string;
  readonly place: Place;
}
/** A model of a file, or of another model with "#id". */
export interface SedModel extends Declared {
  readonly source: string;
  readonly changes: readonly { readonly path: Path; readonly value: string }[];
}
export interface TimeCourse extends Declared {
  readonly times_s: readonly number[];
  readonly kisao: number;
  readonly algorithm: Place;
  readonly seed: string | undefined;
  /** Parameters of the algorithm that mean nothing here. */
  readonly unused: readonly { readonly kisao: string; readonly place: Place }[];
}
export type Task = PlainTask | RepeatedTask;
export interface PlainTask extends Declared {
  readonly kind: 'task';
  readonly model: string;
  readonly simulation: string;
}
/** Runs its parts, in order, for each value of its range, the model as new each time. */
export interface RepeatedTask extends Declared {
  readonly kind: 'repeatedTask';
  readonly range: string;
  /** Values by iteration. */
  readonly ranges: ReadonlyMap<string, readonly number[]>;
  readonly sets: readonly Setting[];
  readonly parts: readonly string[];
}
/** A value that something in a model takes in an iteration. */
export interface Setting {
  readonly model: string;
  readonly path: Path;
  readonly math: Calculation;
}
/** A formula with the numbers that its own parameters stand for. */
export interface Calculation {
  readonly at: XmlElement;
  readonly formula: Written;
  readonly parameters: ReadonlyMap<string, number>;
}
export interface Generator extends Declared {
  readonly variables: readonly Variable[];
  readonly math: Calculation;
}
/** What a task gives: something in its model, or the time. */
export interface Variable extends Declared {
  readonly task: string;
  readonly of: Path | 'time';
}
export interface Output extends Declared {
  readonly type: 'SedReport' | 'SedPlot2D' | 'SedPlot3D';
  readonly name: string;
  readonly dataSets: readonly DataSet[];
}
export interface DataSet extends Declared {
  readonly label: string;
  readonly name: string;
  readonly generator: string;
}
