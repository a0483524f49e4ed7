/** A number of the model that may move, between two bounds above 0, in the unit of the model. */
export interface FreeConstant {
  readonly name: string;
  readonly unit: string;
  /** As the model has it. */
  readonly model: number;
  readonly from: number;
  readonly to: number;
}
/** What a calibration file asks for. */
export interface Calibration {
  readonly constants: readonly FreeConstant[];
  /** Weight of each target by id: what the squares of its rows count. */
  readonly weights: ReadonlyMap<string, number>;
  readonly seed: string;
  /** Fits from this many places: the model's own values, then draws within the bounds. */
  readonly starts: number;
  /** A set is near-optimal where its cost is at most this above the least. */
  readonly margin: number;
  /** How many near-optimal sets are drawn. */
  readonly sets: number;
}
