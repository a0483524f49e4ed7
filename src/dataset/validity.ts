/** The validity of a column as Arrow keeps it: one bit a row, set where there is a value; no bitmap if there is no null. */
export interface Validity {
  readonly nullCount: number;
  readonly nullBitmap?: Uint8Array;
}

/** The validity of `rows` rows. */
export function validity(rows: number, isNull: (row: number) => boolean): Validity {
  const nullBitmap = new Uint8Array(Math.ceil(rows / 8));
  let nullCount = 0;
  for (let row = 0; row < rows; row++) {
    if (isNull(row)) nullCount += 1;
    else nullBitmap[row >> 3]! |= 1 << (row & 7);
  }
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap };
}

/** Calls `found` for every row that a bitmap marks as null; an empty bitmap marks none. */
export function eachNull(bitmap: Uint8Array, rows: number, found: (row: number) => void): void {
  if (bitmap.length === 0) return;
  for (let row = 0; row < rows; row++) if ((bitmap[row >> 3]! & (1 << (row & 7))) === 0) found(row);
}
