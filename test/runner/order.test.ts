import { expect, it } from 'vitest';
import { inOrder } from '../../src/runner/order.js';

it('hands on in the order of beginning, whatever the order of ending', async () => {
  const seen: string[] = [];
  const order = inOrder<string>(10, async (x) => void seen.push(x));
  const [a, b, c] = [order.begin(), order.begin(), order.begin()];
  await order.end(c!, 'c');
  expect(seen).toEqual([]);
  await order.end(a!, 'a');
  expect(seen).toEqual(['a']);
  await order.end(b!, 'b');
  expect(seen).toEqual(['a', 'b', 'c']);
});

it('never hands on two at a time', async () => {
  let busy = 0;
  let most = 0;
  const order = inOrder<number>(10, async () => {
    busy += 1;
    most = Math.max(most, busy);
    await new Promise((r) => setTimeout(r, 2));
    busy -= 1;
  });
  const places = Array.from({ length: 5 }, () => order.begin());
  await Promise.all(places.map((p) => order.end(p, p)));
  expect(most).toBe(1);
});

it('gives no room while the window is full, and gives it when the oldest is handed on', async () => {
  const order = inOrder<number>(2, async () => {});
  const first = order.begin();
  const second = order.begin();
  let open = false;
  const room = order.room().then(() => {
    open = true;
  });
  await order.end(second, 2);
  await new Promise((r) => setTimeout(r, 5));
  expect(open).toBe(false);
  await order.end(first, 1);
  await room;
  expect(open).toBe(true);
});

it('rejects every later end once handing on has failed', async () => {
  const order = inOrder<number>(9, async () => {
    throw new Error('disk full');
  });
  const [a, b] = [order.begin(), order.begin()];
  await expect(order.end(a!, 1)).rejects.toThrow('disk full');
  await expect(order.end(b!, 2)).rejects.toThrow('disk full');
});
