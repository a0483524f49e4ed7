import type { z } from 'zod';
import { type Problem, problemAt, say } from './problems.js';
import type { Source } from './yaml.js';

type Issue = z.core.$ZodIssue;
/** One thing wrong at a path; `key` where it is the key itself. */
interface Finding {
  readonly path: readonly PropertyKey[];
  readonly message: string;
  readonly key: boolean;
}
/** The findings of one issue, and whether what was written has at least the form that the schema is for. */
interface Reading {
  readonly findings: readonly Finding[];
  readonly meant: boolean;
}

/** Places what the schema found in the file: an unknown key at the key, a wrong value at the value. */
export function problemsFrom(issues: readonly Issue[], source: Source): readonly Problem[] {
  return issues
    .flatMap((issue) => readingOf(issue, []).findings)
    .map(({ path, message, key }) => problemAt(key ? source.atKey(path) : source.at(path), message));
}

function readingOf(issue: Issue, above: readonly PropertyKey[]): Reading {
  const path = [...above, ...issue.path];
  const atRoot = issue.path.length === 0;
  switch (issue.code) {
    case 'unrecognized_keys': {
      const messages = issue.message.split('\0');
      return {
        findings: messages.map((message, i) => ({ path: [...path, issue.keys[i]!], message, key: true })),
        meant: true,
      };
    }
    case 'invalid_key':
      return {
        findings: issue.issues.map((i) => ({ path, message: i.message, key: true })),
        meant: true,
      };
    case 'invalid_union': {
      const branches = issue.errors.map((branch) => {
        const readings = branch.map((i) => readingOf(i, path));
        return { findings: readings.flatMap((r) => r.findings), meant: readings.every((r) => r.meant) };
      });
      const meant = branches.find((b) => b.meant);
      if (meant !== undefined) return meant;
      const own = issue.message !== 'Invalid input';
      return {
        findings: own ? [{ path, message: issue.message, key: false }] : (branches[0]?.findings ?? []),
        meant: !atRoot,
      };
    }
    default:
      return {
        findings: [{ path, message: plain(issue), key: false }],
        meant: !(atRoot && (issue.code === 'invalid_type' || issue.code === 'invalid_value')),
      };
  }
}

/** Our own messages stand; one of zod's own is put in our shape. */
const plain = (issue: Issue): string =>
  issue.message.startsWith('Invalid input') || issue.message.startsWith('Too ')
    ? say.unfit(issue.message)
    : issue.message;
