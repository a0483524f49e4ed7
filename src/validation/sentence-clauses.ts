/** One statement of a sentence. */
export interface Clause {
  readonly text: string;
  /** A share by which values called equal may differ: 0.05 of "within 5 %". */
  readonly tolerance?: number;
  /** What stands before a colon: a quantity, an arm or a condition. */
  readonly topic?: string;
}

/**
 * The statements that a sentence makes. Parentheses go, save those that `names` knows (an arm, a dose); so do asides
 * such as "although amino acids stay raised".
 */
export const clausesOf = (sentence: string, names: (words: string) => boolean): readonly Clause[] =>
  sentence
    .split(/;\s+/)
    .flatMap((part) => withUnchanged(part))
    .flatMap((part) => oneEach(clauseOf(part, names)));

function clauseOf(part: string, names: (words: string) => boolean): Clause {
  const found = /^(.*?),? ?\(?\b(?:to )?within (\d+(?:\.\d+)?) ?%( of)?\)?(.*)$/.exec(part);
  const tolerance = found === null ? undefined : Number(found[2]) / 100;
  const said = found === null ? part : `${found[1]}${found[3] === undefined ? '' : ' ='}${found[4]}`;
  const bare = said
    .replace(/ \(([^()]*)\)/g, (_, inside: string) => (names(inside) ? `(${inside})` : ''))
    .replace(/,? (?:although|even though|despite|because|since|i\.e\.) .*$/i, '')
    .replace(/\s+/g, ' ')
    .trim();
  const topic = /^([^:]*(?::\S[^:]*)*): (.*)$/.exec(bare);
  return {
    text: topic === null ? bare : topic[2]!,
    ...(tolerance === undefined ? {} : { tolerance }),
    ...(topic === null ? {} : { topic: topic[1]! }),
  };
}

const SAME = '(?:unchanged|unaltered|unaffected)';

/** "breakdown falls with insulin unchanged" says two things. */
function withUnchanged(part: string): readonly string[] {
  const found = new RegExp(`^(.*) with ([\\w -]+ ${SAME})$`).exec(part.trim());
  return found === null ? [part] : [found[1]!, found[2]!];
}

/** A list of times, or of differences held to the same bound, says as many things as it has members. */
function oneEach(clause: Clause): readonly Clause[] {
  const times = /^(.*\bat )(\d+(?:, \d+)*,? and \d+)( (?:min|h)\b.*)$/.exec(clause.text);
  if (times !== null)
    return times[2]!.split(/,? and |, /).map((t) => ({ ...clause, text: `${times[1]}${t}${times[3]}` }));
  const pair = /^(\|[^|]+\|) and (\|[^|]+\|) (<.*)$/.exec(clause.text);
  return pair === null
    ? [clause]
    : [pair[1], pair[2]].map((side) => ({ ...clause, text: `${side} ${pair[3]}` }));
}
