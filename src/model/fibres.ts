import { assumed, constant } from '../language/rates.js';

/** Agents that come with mitochondria. */
const MITOCHONDRIAL: readonly string[] = ['BCAT2', 'E1', 'BDK', 'PPM1K'];

/** Mitochondrial proteins of a fibre type as a multiple of the mean over an even mixture of both. */
export const MITOCHONDRIAL_CONTENT = {
  I: constant(
    1.2,
    'fold',
    assumed('type I fibres are richer in mitochondria; the magnitude is a choice, no figure was found'),
  ),
  II: constant(0.8, 'fold', assumed('the counterpart of type I, so that an even mixture has mean 1')),
} as const;

/** Factor on copies per um3 of an agent in a fibre of this type. */
export const fibreFactor = (agentName: string, fibre: 'I' | 'II'): number =>
  MITOCHONDRIAL.includes(agentName) ? MITOCHONDRIAL_CONTENT[fibre].value : 1;
