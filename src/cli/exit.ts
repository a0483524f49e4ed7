/** What the process says to the shell when it ends. */
export const Exit = {
  done: 0,
  ourFault: 1,
  yourInput: 2,
  someCellsFailed: 3,
  resumable: 75,
  interrupted: 130,
} as const;
export type Exit = (typeof Exit)[keyof typeof Exit];

/** Something asked for that cannot be done as asked: its message is shown without a stack, and nothing has been run. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
}
