/** Lists of lists as engine tables have them: items of list i stand at start[i] .. start[i+1]-1. */
export function flatten<T>(lists: readonly (readonly T[])[]): {
  readonly start: Int32Array;
  readonly items: readonly T[];
} {
  const start = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    start[i + 1] = start[i]! + list.length;
  });
  return { start, items: lists.flat() };
}
