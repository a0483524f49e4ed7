/** A pixel font of capitals: five rows of three pixels a character, each row an octal digit from left to right. */
const ROWS: Readonly<Record<string, string>> = {
  A: '25755',
  B: '65656',
  C: '34443',
  D: '65556',
  E: '74647',
  F: '74644',
  G: '34553',
  H: '55755',
  I: '72227',
  J: '11152',
  K: '55655',
  L: '44447',
  M: '57755',
  N: '65555',
  O: '25552',
  P: '65644',
  Q: '25563',
  R: '65655',
  S: '34216',
  T: '72222',
  U: '55557',
  V: '55552',
  W: '55775',
  X: '55255',
  Y: '55222',
  Z: '71247',
  0: '75557',
  1: '26227',
  2: '61247',
  3: '61216',
  4: '55711',
  5: '74616',
  6: '34757',
  7: '71222',
  8: '75757',
  9: '75716',
  '-': '00700',
  '+': '02720',
  '(': '12221',
  ')': '42224',
  '/': '11244',
  '.': '00002',
  ',': '00024',
  '%': '51245',
  ':': '02020',
  _: '00007',
  ' ': '00000',
};
const SCALE = 2;
/** What a character takes up, with the gap to the next. */
export const CHARACTER = { width: 4 * SCALE, height: 6 * SCALE } as const;

/** Pixels of a text as offsets from its left end and the middle of its line; what the font has not is a blank. */
export function pixelsOf(text: string): readonly (readonly [x: number, y: number])[] {
  const pixels: [number, number][] = [];
  [...text.toUpperCase()].forEach((character, i) => {
    const rows = ROWS[character] ?? ROWS[' ']!;
    for (let row = 0; row < 5; row++)
      for (let column = 0; column < 3; column++)
        if ((Number(rows[row]) & (4 >> column)) !== 0)
          for (let dx = 0; dx < SCALE; dx++)
            for (let dy = 0; dy < SCALE; dy++)
              pixels.push([i * CHARACTER.width + column * SCALE + dx, (row - 2.5) * SCALE + dy]);
  });
  return pixels;
}
