/** Something that cannot be worked out from this dataset as asked; its message says what to do. */
export class LabProblem extends Error {
  override readonly name = 'LabProblem';
}

export const nothingFollowed = (folder: string) =>
  new LabProblem(
    `"${folder}" has no histories of leucine. Write "follow: {Leucine: 500}" in the scenario, and run that again.`,
  );

export const noSuchEffect = (given: string, known: readonly string[]) =>
  new LabProblem(`there is no effect "${given}". Known: ${known.join(', ')}.`);

export const noSuchCondition = (given: string, known: readonly string[]) =>
  new LabProblem(`there is no condition "${given}". Known: ${known.join(', ')}.`);

export const tooFewDonors = (donors: number, least: number) =>
  new LabProblem(
    `${donors} donor${donors === 1 ? '' : 's'} cannot say how donors vary. Write "donors: ${least}" or more in the scenario.`,
  );

export const notMeasured = (assay: string, folder: string) =>
  new LabProblem(
    `"${folder}" has no ${assay} assay. Name it under "assays:" of the scenario, and run that again.`,
  );
