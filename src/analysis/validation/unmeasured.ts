/** Something that a formula asks for and that the simulation does not give; its message says what. */
export class Unmeasured extends Error {
  override readonly name = 'Unmeasured';
}
