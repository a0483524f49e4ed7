/** Something that cannot be worked out from this dataset as asked; its message says what to do. */
export class LabProblem extends Error {
  override readonly name = 'LabProblem';
}

export const notMeasured = (assay: string, folder: string) =>
  new LabProblem(
    `"${folder}" has no ${assay} assay. Name it under "assays:" of the scenario, and run that again.`,
  );
