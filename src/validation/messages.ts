/** Every sentence about a targets file and about protocols that cannot be simulated. Shape: what, what to do. */

const quote = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? 'nothing');
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
};
const missingOr = (key: string, input: unknown, isNot: string, example: string): string =>
  input === undefined
    ? `"${key}" is missing. Write for example "${key}: ${example}".`
    : `${quote(input)} is not ${isNot}. Write for example "${key}: ${example}".`;

/** What can be wrong with a targets file. */
export const problemsOfTargets = {
  version: (input: unknown) => missingOr('schema_version', input, 'a version known here', '1'),
  noTargets: () => 'there is no target in the list. Write at least one.',
  noArms: () => 'the protocol has no arm. Write at least one, for example {id: main}.',
  notText: (key: string, input: unknown) => missingOr(key, input, 'a text', '...'),
  notANumber: (key: string, input: unknown) => missingOr(key, input, 'a number', '60'),
  notAList: (key: string, input: unknown) => missingOr(key, input, 'a list', '[]'),
  notAMapping: (key: string, input: unknown) => missingOr(key, input, 'a list of "key: value"', '{...}'),
  notAWindow: (input: unknown) => missingOr('window', input, 'two times in minutes', '[0, 180]'),
  notACurve: (input: unknown) =>
    `${quote(input)} is neither the id of a forcing nor a curve. Write for example {t_min: [0, 60], values: [125, 400], unit: uM}.`,
  badId: (input: unknown) => `${quote(input)} cannot be an id. Use letters, digits, dots and hyphens.`,
  badRole: (input: unknown) => missingOr('role', input, 'calibration or validation', 'validation'),
  badEvidence: (input: unknown) =>
    missingOr(
      'evidence',
      input,
      'one of retrieved-primary, retrieved-secondary, from-memory, arithmetic, none',
      'retrieved-primary',
    ),
  badErrorKind: (input: unknown) => missingOr('error_kind', input, 'one of sd, sem, none, unstated', 'sem'),
  twice: (id: string) => `there is another target or arm ${quote(id)} above. Give each its own id.`,
  noSuchArm: (arm: string, known: readonly string[]) =>
    `the protocol has no arm ${quote(arm)}. Known: ${known.join(', ')}.`,
  bandUpsideDown: (lo: number, hi: number) =>
    `the band from ${lo} to ${hi} is upside down. Put the lower number in "lo".`,
  windowBackwards: (from: number, to: number) =>
    `the window from ${from} to ${to} min runs backwards. Put the earlier time first.`,
  uneven: (times: number, values: number) =>
    `the curve has ${times} times and ${values} values. Give each time one value.`,
} as const;

/** Why an arm or a row of a target cannot be simulated. */
export const cannot = {
  agent: (agent: string) => `the model has no word for giving ${quote(agent)}`,
  dose: (agent: string, dose: unknown) =>
    `how much ${agent} was given (${quote(dose ?? 'no dose')}) cannot be turned into what a cell is given`,
  state: (state: string) => `the model has no state ${quote(state)}`,
  exercise: (type: string) => `the model has no exercise of kind ${quote(type)}`,
  drug: (agent: string) => `the model has no drug ${quote(agent)}`,
  forcing: (id: string) => `there is no forcing ${quote(id)}`,
  forced: (what: string) => `${quote(what)} is not an input of the model`,
  species: (species: string, agent: string) =>
    `a dose of ${agent} by mouth in ${species} has no plasma curve; give one under "forcing"`,
  quantity: (words: string) => `no measure of the dataset is known for ${quote(words)}`,
  sentence: (words: string) => `${quote(words)} is not a formula that can be evaluated`,
  measure: (name: string) => `there is no measure ${quote(name)}`,
  noArm: (arm: string) => `the protocol has no arm ${quote(arm)}`,
  scenario: (why: string) => `the protocol does not make a valid scenario: ${why}`,
  givenBack: (curves: string) => `the measured curve ${curves} is what the cell was given`,
  sameArms: () => 'the protocol says nothing of these arms that would make them differ',
  nothing: () => 'the target has neither a band nor an inequality',
} as const;
