/** Keeps a cell's whole state while it lives, so that it can be taken up again in the middle of its life. */
export interface Keeper {
  /** The state that was kept of this cell, to go on from. */
  readonly kept?: SavedLife;
  /** Asked whenever the state could be kept, some hundred times a second: live on, keep it and live on, or keep it and stop. */
  readonly now: () => 'go on' | 'keep' | 'stop';
  readonly keep: (saved: SavedLife) => void;
}

/** A cell in the middle of its life: which of its steps it is in, and everything that is not in the plan. */
export interface SavedLife {
  readonly step: number;
  readonly life: unknown;
}

/** Thrown through a cell that was kept and is to stop. */
export class Stopped extends Error {}
