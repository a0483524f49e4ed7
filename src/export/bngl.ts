import type { Structure } from '../compile/resolved.js';
import { crowdText, poolTexts, reactionTexts } from './bngl-rules.js';
import { seedsOf } from './bngl-seeds.js';
import { name, product } from './formula.js';
import { distinct, plainId } from './ids.js';
import { infix } from './infix.js';
import { channelLaw, unity } from './laws.js';
import type { Sitter } from './portray.js';

/** The rules as BNGL, not written out: for BioNetGen, which writes them out itself, and NFsim, which need not. */
export function bngl(structure: Structure, sitter: Sitter): string {
  const { model, crowds, pools, channels } = structure;
  const laws = channels.map((c) => channelLaw(c, sitter.volume_um3, sitter.value));
  const parameters = new Map(
    [
      unity,
      ...model.inputs.map((i) => ({ id: i.name, value: i.rest, description: i.description })),
      ...laws.flatMap((l) => l.parameters),
    ].map((p) => [p.id, p]),
  );
  const names = observableIds(structure);
  const ids = distinct(channels.map(({ rule, rate }) => `${rule.id}_${rate}`));
  const bent = channels.flatMap((channel, c) => {
    const { factor, bends } = laws[c]!;
    if (bends.length === 0) return [];
    const law = product([factor, ...bends.map((bend, i) => bend(name(names[channel.laws[i]!.q]!)))]);
    return [{ c, text: `  f_${ids[c]!}() = ${infix(law)}` }];
  });
  const rateOf = (c: number): string =>
    bent.some((b) => b.c === c) ? `f_${ids[c]!}()` : infix(laws[c]!.factor);
  const rules = channels.flatMap(({ draft, rule }, c) =>
    reactionTexts(structure, draft).map(
      (text, way) =>
        `  ${ids[c]!}${way === 0 ? '' : `_way${way + 1}`}: ${text} ${rateOf(c)}${draft.removesA ? ' DeleteMolecules' : ''} # ${oneLine(rule.sentence)}`,
    ),
  );
  const counted = [
    ...crowds.map((crowd, q) => `  Molecules ${names[q]!} ${crowdText(crowd)}`),
    ...pools.map((set, p) => `  Molecules ${names[crowds.length + p]!} ${poolTexts(set).join(', ')}`),
  ];
  return [
    `# ${model.name}, version ${model.version}, in ${sitter.volume_um3} um3 of cell water; molecules and seconds.`,
    '# Isotope labels are left out. A molecule in a pocket is a state of the pocket.',
    'begin model',
    ...block(
      'parameters',
      [...parameters.values()].map((p) => `  ${p.id} ${p.value} # ${oneLine(p.description)}`),
    ),
    ...block('molecule types', typesOf(structure)),
    ...block('seed species', seedsOf(structure, sitter)),
    ...block('observables', counted),
    ...block(
      'functions',
      bent.map((b) => b.text),
    ),
    ...block('reaction rules', rules),
    'end model',
    '',
  ].join('\n');
}

/** By quantity: crowds by name and compartment, pools by agent and number. */
export const observableIds = ({ crowds, pools }: Structure): readonly string[] => [
  ...crowds.map((c) => plainId(`n_${c.agent.agentName}_${c.in.name}`)),
  ...pools.map((set, p) => `n_${set.facet.agent.agentName}_${p}`),
];

const block = (title: string, lines: readonly string[]): readonly string[] => [
  `begin ${title}`,
  ...lines,
  `end ${title}`,
];

function typesOf({ model, crowds, facets }: Structure): readonly string[] {
  const places = new Map<string, string[]>();
  for (const { agent, in: place } of crowds)
    places.set(agent.agentName, [...(places.get(agent.agentName) ?? []), place.name]);
  const individuals = model.individuals.map(({ agent }) => {
    const sites = Object.keys(agent.sites).map((site) => {
      const found = facets.find((f) => f.agent === agent && f.sites.some((s) => s.name === site))!;
      const { kind, states } = found.sites.find((s) => s.name === site)!;
      return kind === 'bond' ? site : [site, ...states].join('~');
    });
    return `  ${agent.agentName}(${sites.join(',')})`;
  });
  return [...[...places].map(([agent, names]) => `  ${agent}(in~${names.join('~')})`), ...individuals];
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').replace(/#/g, '');
