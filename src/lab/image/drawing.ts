/** A picture of a membrane as a list of what is on it; y runs down, lengths are pixels. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly strips: readonly Box[];
  readonly bands: readonly Band[];
  readonly texts: readonly Text[];
}
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
/** A soft dark band with its middle at (x, y). */
export interface Band extends Box {
  /** 0 is the bare membrane, 1 black. */
  readonly darkness: number;
}
export interface Text {
  /** Its left end, or its lower end where it stands upright; y is the middle of the line. */
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly upright: boolean;
}
