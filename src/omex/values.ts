/** Numbers in rows of rows: the last dimension runs fastest. No dimension: a single number. */
export interface Values {
  readonly shape: readonly number[];
  readonly data: Float64Array;
}

export const sizeOf = (shape: readonly number[]): number => shape.reduce((n, length) => n * length, 1);

/** The smallest shape that holds all of these, dimension by dimension from the first. */
export function hull(shapes: readonly (readonly number[])[]): readonly number[] {
  const dimensions = shapes.reduce((most, shape) => Math.max(most, shape.length), 0);
  return Array.from({ length: dimensions }, (_, d) => Math.max(...shapes.map((shape) => shape[d] ?? 1)));
}

/** Values one after the other along a new first dimension; what is shorter ends in NaN. */
export function stacked(parts: readonly Values[]): Values {
  const shape = hull(parts.map((p) => p.shape));
  const size = sizeOf(shape);
  const data = new Float64Array(size * parts.length).fill(Number.NaN);
  parts.forEach((part, i) => {
    put(part, shape, data.subarray(i * size, (i + 1) * size));
  });
  return { shape: [parts.length, ...shape], data };
}

function put({ shape, data }: Values, into: readonly number[], target: Float64Array): void {
  const at = new Array<number>(shape.length).fill(0);
  for (const value of data) {
    let offset = 0;
    for (let d = 0; d < into.length; d++) offset = offset * into[d]! + (at[d] ?? 0);
    target[offset] = value;
    for (let d = shape.length - 1; d >= 0; d--) {
      if (++at[d]! < shape[d]!) break;
      at[d] = 0;
    }
  }
}
