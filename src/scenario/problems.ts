import { nearest } from './suggest.js';

export interface Place {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
}
/** One thing wrong with a scenario: where, what, and what to write instead. */
export interface Problem extends Place {
  readonly message: string;
}
export const problemAt = (place: Place, message: string): Problem => ({ ...place, message });

/** `file:line:column   message`, one line a problem, and how many there are. */
export function problemText(problems: readonly Problem[]): string {
  const places = problems.map((p) => `${p.file}:${p.line}:${p.column}`);
  const width = Math.max(0, ...places.map((p) => p.length));
  const rows = problems.map((p, i) => `${places[i]!.padEnd(width)}   ${p.message}`);
  return [...rows, `${problems.length} problem${problems.length === 1 ? '' : 's'}; nothing was run.`].join(
    '\n',
  );
}

/** `value` is plain data without cycles. */
const quote = (value: unknown): string => {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return `"${text.length > 60 ? `${text.slice(0, 57)}...` : text}"`;
};
const list = (words: readonly string[], most = 8): string =>
  words.length <= most
    ? words.join(', ')
    : `${words.slice(0, most).join(', ')} and ${words.length - most} more`;
const instead = (word: string, known: readonly string[], otherwise = `Known: ${list(known)}.`): string => {
  const meant = nearest(word, known);
  return meant === undefined ? otherwise : `Did you mean ${quote(meant)}?`;
};

/** Every message about a scenario. Each begins in lower case with what is wrong and ends with what to do. */
export const say = {
  branchAtEnd: (duration_s: number, at_s: number) =>
    `a branch at ${at_s / 60} min of a run of ${duration_s / 60} min has nothing left to live. Write for example "duration: ${at_s / 60 + 60} min", or branch off earlier.`,
  branchCopies: (condition: string) =>
    `what changes in ${quote(condition)} gives its cells other copies, which they have from their start. Write a scenario of its own.`,
  branchStart: (key: string) =>
    `${quote(key)} is what a cell has from its start, and cannot change at a time. Write a scenario of its own.`,
  branchSwept: (axis: string) =>
    `${quote(axis)} is swept in the parent and so in its branch. Change something else, or branch off a run without this axis.`,
  missingFile: (path: string) =>
    `there is no file ${quote(path)}. Check the path, or list the folder it should be in.`,
  isFolder: (path: string) =>
    `${quote(path)} is a folder. Name one scenario file in it, for example ${path}/quick.yaml.`,
  unreadable: (path: string, code: string) =>
    `${quote(path)} cannot be read (${code}). Check its permissions.`,
  binary: (path: string) => `${quote(path)} is not a text file. Write the scenario as YAML in UTF-8.`,
  tooLarge: (bytes: number, most: number) =>
    `the file has ${bytes} bytes; a scenario has at most ${most}. Use ranges ("from", "to", "steps") for long lists.`,
  empty: () => `the scenario is empty. Begin with "question:", "duration:" and "conditions:".`,
  notAMapping: () => `a scenario is a list of "key: value" lines. Begin with "question:".`,
  syntax: (message: string) =>
    `this is not YAML: ${lower(firstLine(message))}. Check the indentation, quotes and brackets here.`,
  tooDeep: () =>
    'the brackets are nested too deeply to read. Write the scenario with at most a dozen levels.',
  aliases: () =>
    'the anchors (&, *) refer to one another too often. Write the values out, or use "base:" for what conditions share.',
  repeatedKey: (key: string) => `${quote(key)} is said twice in one place. Keep one, or rename the other.`,

  unknownKey: (key: string, known: readonly string[], where: string) =>
    `there is no key ${quote(key)} ${where}. ${instead(key, known)}`,
  moreKeys: (count: number) =>
    `from here on ${count} more unknown keys. See "leucell schema" for those that are known.`,
  missingKey: (key: string, example: string) =>
    `${quote(key)} is missing. Write for example "${key}: ${example}".`,
  wrongType: (expected: string, got: unknown, example: string) =>
    `${quote(got)} is not ${expected}. Write for example ${example}.`,
  quantity: (why: string) => `${upToHint(why)}.`,
  notAbove: (text: string, least: string) => `${quote(text)} is too small: it must be above ${least}.`,
  outside: (text: string, least: string, most: string) =>
    `${quote(text)} is outside what is possible here. Write a value from ${least} to ${most}.`,
  negative: (text: string) => `${quote(text)} is negative. Write an amount of 0 or more.`,
  notWhole: (got: unknown, least: number, most: number) =>
    `${quote(got)} is not a whole number from ${least} to ${most}. Write for example ${Math.max(least, 10)}.`,

  needsMolecules: (what: string, method: string) =>
    `${what} needs molecules, and method ${quote(method)} has none, only amounts. Remove it, or write "method: exact".`,
  needsEveryRow: (what: string, keep: string) =>
    `${what} is the life of single molecules, and ${quote(`keep: ${keep}`)} keeps none. Remove it, or write "keep: everything".`,
  needsEveryEvent: (what: string, method: string) =>
    `${what} needs every event of a molecule, and method ${quote(method)} leaps over many at once. Remove it, or write "method: exact".`,
  needsLabels: (key: string, method: string) =>
    `${quote(key)} needs labels, and method ${quote(method)} carries none. Remove it, or write "method: exact".`,
  notFollowable: (got: unknown) =>
    `${quote(got)} is not how many to follow. Write a whole number from 1, or "all".`,
  unfit: (why: string) => `${lower(why)}. Compare with a shipped scenario, or see "leucell schema".`,

  unknownWord: (kind: string, word: string, known: readonly string[]) =>
    `there is no ${kind} ${quote(word)}. ${instead(word, known, kind === 'parameter' ? 'See "leucell model --parameters".' : undefined)}`,
  noWords: (kind: string, word: string) =>
    `there is no ${kind} ${quote(word)}: this model has none. Remove it.`,
  neitherCurveNorQuantity: (text: string, unit: string, forcings: readonly string[]) => {
    const meant = nearest(text, forcings);
    return meant === undefined
      ? `${quote(text)} is neither a quantity in ${unit} nor a known forcing. Write a number with its unit${forcings.length === 0 ? '' : `, or for example ${list(forcings, 3)}`}.`
      : `there is no forcing ${quote(text)}. Did you mean ${quote(meant)}?`;
  },
  wrongForcing: (id: string, variable: string, input: string, fitting: readonly string[]) =>
    `the forcing ${quote(id)} is ${variable} and cannot be given as ${input}. ${fitting.length === 0 ? 'Write a quantity or a time course.' : `Choose for example ${list(fitting, 3)}.`}`,
  backwards: (now: string, before: string) =>
    `the time course goes backwards: ${quote(now)} comes after ${quote(before)}. Put the points in order of time.`,
  emptyCourse: () => 'the time course has no points. Write for example [[0 min, 125 uM], [30 min, 500 uM]].',
  notAPoint: (got: unknown) =>
    `${quote(got)} is not a point of a time course. Write [time, value], for example [30 min, 500 uM].`,

  notAnEnsemble: () =>
    'this is no ensemble of parameter sets. Write "parameters: {name: unit}" and "sets: [{name: number}]", or let "leucell calibrate --out" write it.',
  notASetOf: (names: readonly string[]) =>
    `a set gives each of ${list(names)} a number, and nothing else. Write for example {${names[0] ?? 'name'}: 1}.`,
  notANumberOf: (name: string, got: unknown) =>
    `${quote(got)} is not a number for ${quote(name)}. Write it without its unit, which stands under "parameters".`,
  otherUnit: (name: string, unit: string, got: unknown) =>
    `${quote(name)} is given in ${quote(got)} and the model has it in ${quote(unit)}. Write the numbers in ${unit}.`,
  ensembleUnread: (file: string, why: string) => `the ensemble ${quote(file)} cannot be used: ${why}`,
  ensembleNoFolder: (file: string) =>
    `the ensemble ${quote(file)} stands in a file, and this scenario comes from none. Save the scenario and name the file beside it.`,

  notMemory: (got: unknown) =>
    `${quote(got)} is not an amount of memory from 16 MB to 1000 GB. Write for example "500 MB".`,

  noConditions: () => 'there is no condition to run. Write at least one, for example "fasted: {}".',
  conditionName: (name: string) =>
    `${quote(name)} cannot name a condition. Use 1 to 60 letters, digits, spaces and any of _ + - ( ) %.`,
  emptySweep: (path: string) =>
    `the sweep of ${quote(path)} has no values. Write for example [1 g, 2 g] or {from: 1 g, to: 5 g, steps: 5}.`,
  notAnAxis: (path: string) =>
    `the sweep of ${quote(path)} is neither a list nor a range. Write for example [1 g, 2 g] or {from: 1 g, to: 5 g, steps: 5}.`,
  notSweepable: (path: string, known: readonly string[]) =>
    `${quote(path)} cannot be swept. ${instead(path, known, 'Write for example "volume", "base.leucine", "conditions.fed.leucine" or the name of a parameter.')}`,
  notSweptHere: (path: string, why: string) => `${quote(path)} cannot be swept: ${why}.`,
  zipLengths: (paths: readonly string[], sizes: readonly number[]) =>
    `the zipped axes ${paths.map((p, i) => `${quote(p)} (${sizes[i]})`).join(', ')} differ in length. Give each the same number of values.`,
  sweptTwice: (path: string) => `${quote(path)} is swept twice. Keep one of them.`,
  axisSteps: (got: unknown) =>
    `${quote(got)} is not a number of values. Write for example "steps: 5" (2 to 100000).`,
  notASet: (kind: string) =>
    `${quote(kind)} needs points and axes. Write for example {points: 64, axes: {base.leucine: {from: 1 g, to: 5 g}}}.`,
  notARange: (path: string) =>
    `the axis ${quote(path)} of a set needs its two ends. Write for example {from: 1 g, to: 5 g}, and "scale: log" for equal ratios.`,
  setPoints: (got: unknown, most: number) =>
    `${quote(got)} is not a number of points. Write for example "points: 64" (2 to ${most}).`,
  setAxes: (count: number, most: number) =>
    `a Sobol set has at most ${most} axes and this one has ${count}. Use "latin hypercube", or fewer axes.`,
  noSuchGiven: (path: string, count: number) =>
    `${quote(path)} counts beyond the ${count} written. Write a number from 1 to ${count}.`,
  neverSwept: (path: string) =>
    `the sweep of ${quote(path)} changes no condition, as each says its own. Sweep "conditions.<name>..." instead.`,
  logRange: () => 'a logarithmic range needs both ends above 0. Use "scale: linear", or begin above 0.',

  tooManyJobs: (jobs: number) =>
    `this asks for ${jobs.toExponential(1)} cells; the most is 1e9. Use fewer cells, donors, conditions or sweep values.`,
  tooManySamples: (samples: number) =>
    `this asks for ${samples.toExponential(1)} samples a cell; the most is 1e6. Lengthen "sample every".`,
  needsProtocol: (assay: string, example: string) =>
    `the assay ${quote(assay)} needs to be told what to do. Write for example ${example}.`,
  notATimeRange: (n: number, most: number) =>
    `this range has ${n} times; it takes 1 to ${most}. Write for example {from: 2 h, to: 6 h, every: 20 min}.`,
  outsideRun: (time: string, end: string) =>
    `${time} is outside the run, which lasts from 0 to ${end}. Move it, or change "duration".`,
  betweenSamples: (time: string, every: string) =>
    `${time} is no sample time: cells are looked at every ${every}. Move it, or change "sample every".`,
  stopsBeforeStart: (stop: string, start: string) =>
    `the infusion stops at ${stop} and starts at ${start}. Let it stop later.`,
  sampledBeforeInfusion: (time: string, start: string) =>
    `a sample at ${time} precedes the infusion, which starts at ${start}. Enrichments are in excess of the baseline, so none is needed: remove it, or start earlier.`,
  primeAlone: () =>
    'there is a prime but no infusion to prime. Write for example "infuse: 7.6 umol/kg/h" as well.',
  noSuchTracer: (tracer: string, known: readonly string[]) =>
    `the model cannot carry the tracer ${quote(tracer)}: of the amino acids that are infused it has leucine only, with labels at C1 and N. Take ${known.map(quote).join(' or ')}.`,
  noSuchSite: (antibody: string, why: string) =>
    `the model cannot answer the antibody ${quote(antibody)}: ${why}.`,
  tooManyLanes: (lanes: number, most: number) =>
    `${lanes} lysates are more than a gel has lanes (${most}). Take fewer times or conditions.`,
  noSuchCondition: (name: string, known: readonly string[]) =>
    `there is no condition ${quote(name)}. ${instead(name, known)}`,
  labelledTwice: () =>
    'conditions of this scenario say labels of their own ("tracer" or "labels"). Remove those: this assay labels the blood.',
  sampleLongerThanRun: (every: string, duration: string) =>
    `${quote(every)} is longer than the duration of ${quote(duration)}, so nothing would be sampled. Shorten it.`,
} as const;

const firstLine = (text: string): string => text.split('\n')[0]!.trim().replace(/[.:]$/, '');
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
/** `"3" has no unit; write for example "3 h"` as two sentences. */
const upToHint = (why: string): string =>
  why.replace(/; ([a-z])/, (_, first: string) => `. ${first.toUpperCase()}`);
