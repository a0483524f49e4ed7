import { structureOf } from '../compile/structure.js';
import type { Model } from '../language/model.js';
import { resolve } from '../language/parameters.js';
import { MOST_SPECIES, networkOf } from '../network/expand.js';
import type { Identifiers } from './annotation.js';
import { antimony } from './antimony.js';
import { bngl } from './bngl.js';
import { portray } from './portray.js';
import { sbml } from './sbml.js';

export type ExportFormat = 'sbml' | 'antimony' | 'bngl';
export interface ExportOptions {
  readonly volume_um3: number;
  /** Amounts at the start as whole numbers, which stochastic simulators ask for. */
  readonly whole: boolean;
  /** Isotopologues as species of their own; not for BNGL. */
  readonly labels?: boolean;
}

/** A model as a file for others. Throws where its network has more species than networkOf allows. */
export function exported(
  model: Model,
  known: Readonly<Record<string, Identifiers>>,
  format: ExportFormat,
  { volume_um3, whole, labels = false }: ExportOptions,
): string {
  const sitter = { volume_um3, whole, value: resolve(model), copies: () => 1 };
  const structure = structureOf(model);
  if (format === 'bngl') return bngl(structure, sitter);
  const portrait = portray(networkOf(structure, MOST_SPECIES, labels), sitter);
  return format === 'sbml' ? sbml(portrait, known) : antimony(portrait);
}
