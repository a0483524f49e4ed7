/**
 * Muscle protein by fraction. A ribosome reads one message or another, and nothing in the model depends on which: messages are
 * shares and not agents. Of the leucine that basal ribosomes build in, the share `basal` goes into a fraction, of that of recruited
 * ones `recruited`; over the fraction's share of all protein that is its synthetic rate. To draw the fraction molecule by molecule
 * would add the noise of a binomial, 0.4 % in half an hour of 5 um3, and change nothing else.
 */
import { assumed, type Constant, calibrated, constant, derived } from '../language/rates.js';
import { Mittendorfer2005, Moore2009 } from './citations.js';

export interface ProteinFraction {
  /** Of all muscle protein. */
  readonly size: Constant;
  /** Of what basal ribosomes build. */
  readonly basal: Constant;
  /** Of what recruited ribosomes build. */
  readonly recruited: Constant;
}

const size = (value: number, note: string) => constant(value, '1', assumed(note));
const basal = (value: number, note: string) => constant(value, '1', calibrated(note, Mittendorfer2005));
const recruited = (value: number, note: string) =>
  constant(value, '1', derived(note, Mittendorfer2005, Moore2009));
const doubled = 'amino acids add twice the fasted rate to myofibrillar protein, once to the others';

export const FRACTIONS = {
  myofibrillar: {
    size: size(0.55, 'half to six tenths of muscle protein, commonly stated; no measurement was retrieved'),
    basal: basal(0.335, 'fasted myofibrillar synthesis of 0.031 %/h'),
    recruited: recruited(0.511, `${doubled}: 2 x 0.031 x 0.55 of 0.0667`),
  },
  sarcoplasmic: {
    size: size(0.35, 'about a third of muscle protein, commonly stated; no measurement was retrieved'),
    basal: basal(0.428, 'fasted sarcoplasmic synthesis of 0.060 %/h'),
    recruited: recruited(0.315, `${doubled}: 0.060 x 0.35 of 0.0667`),
  },
  other: {
    size: size(0.1, 'the rest: mitochondria and what is left'),
    basal: constant(0.237, '1', derived('the rest of fasted synthesis, 0.116 %/h', Mittendorfer2005)),
    recruited: recruited(0.174, `${doubled}: 0.116 x 0.1 of 0.0667`),
  },
} as const satisfies Readonly<Record<string, ProteinFraction>>;
