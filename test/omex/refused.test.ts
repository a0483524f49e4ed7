import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { ARCHIVE_LIMITS, openArchive } from '../../src/omex/archive.js';
import { POLICIES, type Policy } from '../../src/omex/kisao.js';
import { OmexError } from '../../src/omex/problems.js';
import { runArchive } from '../../src/omex/run-archive.js';
import { sketch } from '../sbml/sketch.js';
import {
  archive,
  course,
  DEFAULTS,
  generator,
  parameter,
  repeated,
  report,
  type Study,
  sedml,
  setting,
  species,
} from './study.js';

const MODELS = {
  'model.xml': sketch({
    species: { X: 20 },
    parameters: { k: 0.5, ruled: 1 },
    initial: { ruled: '2*k' },
    reactions: { R: { from: 'X', law: 'k*X' } },
  }),
};
const messageOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof OmexError) return error.lines('s.omex').join('\n');
    throw error;
  }
  return 'not refused';
};
const ran = (packed: Uint8Array, policy: Policy = 'NONE') => {
  const warnings: string[] = [];
  const warn = ({ problem }: { problem: { text: string } }) => void warnings.push(problem.text);
  const message = messageOf(() => runArchive(packed, { seed: '1', policy, warn }));
  return { message, warnings };
};
const refusal = (study: Study, models = MODELS) => ran(archive({ 'a.sedml': sedml(study) }, models)).message;

describe('an archive is refused', () => {
  const zip = (files: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
  test('that is no ZIP, is cut off, or lacks a manifest or an experiment', () => {
    expect(ran(strToU8('not a zip')).message).toMatch(/^s\.omex: it is not a sound ZIP archive/);
    const whole = archive({ 'a.sedml': sedml() }, MODELS);
    expect(ran(whole.slice(0, whole.length - 30)).message).toMatch(/not a sound ZIP archive/);
    expect(ran(zip({ 'a.txt': '' })).message).toContain('there is no manifest.xml in it');
    expect(ran(archive({}, MODELS)).message).toContain('lists no SED-ML file');
  });
  test('with paths that lead out of it', () => {
    for (const path of ['../evil.xml', '/etc/evil', 'a/../../evil', 'C:/evil', 'a\\..\\evil'])
      expect(ran(zip({ [path]: 'x' })).message).toContain('leads out of the archive');
    const lying = archive({ 'a.sedml': sedml() }, MODELS);
    const models = '<model id="m" language="urn:sedml:language:sbml" source="../model.xml"/>';
    expect(ran(lying).message).toBe('not refused');
    expect(refusal({ models })).toContain('leads out of it');
  });
  test('that unpacks to more than the limits, before it is unpacked', () => {
    const bomb = zipSync({ 'bomb.xml': new Uint8Array(5_000_000) });
    expect(bomb.length).toBeLessThan(10_000);
    expect(messageOf(() => openArchive(bomb, { ...ARCHIVE_LIMITS, bytes: 1_000_000 }))).toContain(
      'more than 1000000 bytes',
    );
    const many = zip(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.txt`, ''])));
    expect(messageOf(() => openArchive(many, { ...ARCHIVE_LIMITS, files: 10 }))).toContain(
      'more than 10 files',
    );
  });
  test('that declares a file smaller than it is: nothing grows beyond what is declared', () => {
    const bomb = zipSync({ 'bomb.xml': new Uint8Array(5_000_000) });
    const view = new DataView(bomb.buffer);
    for (let i = 0; i < bomb.length - 30; i++) {
      if (view.getUint32(i, true) === 0x04034b50) view.setUint32(i + 22, 10, true);
      if (view.getUint32(i, true) === 0x02014b50) view.setUint32(i + 24, 10, true);
    }
    let bytes = 0;
    const message = messageOf(() => {
      for (const file of openArchive(bomb).values()) bytes += file.length;
    });
    expect(message === 'not refused' ? bytes : 0).toBeLessThanOrEqual(10);
  });
  test('with entities, broken XML or text that is no UTF-8', () => {
    const doctype = sedml().replace('<sedML', '<!DOCTYPE a [<!ENTITY b "c">]>\n<sedML');
    expect(ran(archive({ 'a.sedml': doctype }, MODELS)).message).toMatch(
      /^s\.omex\/a\.sedml:2:\d+ {2}a DOCTYPE/,
    );
    expect(ran(archive({ 'a.sedml': sedml().replace('</listOfTasks>', '') }, MODELS)).message).toContain(
      'not well-formed XML',
    );
  });
});

describe('an experiment is refused, by name and line,', () => {
  const list: readonly (readonly [Study, RegExp])[] = [
    [{ simulations: '<steadyState id="s"/>' }, /^s\.omex\/a\.sedml:7:1 {2}<steadyState> is not supported/],
    [{ simulations: '<oneStep id="s" step="1"/>' }, /:7:1 {2}<oneStep> is not supported/],
    [
      { simulations: course('s', 2, 4).replace('initialTime="0"', 'initialTime="1"') },
      /initialTime="1" is not supported/,
    ],
    [{ simulations: course('s', -2, 4) }, /no times in order/],
    [{ simulations: course('s', 2, 1e9) }, /is not a number of steps/],
    [
      { models: '<model id="m" language="urn:sedml:language:cellml" source="m.xml"/>' },
      /"urn:sedml:language:cellml" is not supported/,
    ],
    [
      { models: '<model id="m" language="urn:sedml:language:sbml" source="http://a.b/m.xml"/>' },
      /nothing is fetched/,
    ],
    [
      {
        models: DEFAULTS.models.replace(
          '/>',
          '><listOfChanges>\n<addXML target="/a"/></listOfChanges></model>',
        ),
      },
      /:5:1 {2}<addXML> is not supported/,
    ],
    [{ tasks: DEFAULTS.tasks.replace('"m"', '"n"') }, /:11:1 {2}there is no model "n"/],
    [{ tasks: '<parameterEstimationTask id="t"/>' }, /<parameterEstimationTask> is not supported/],
    [
      {
        tasks: `${DEFAULTS.tasks}\n${repeated('x', 'x', '<vectorRange id="i"><value>1</value></vectorRange>')}`,
      },
      /"x" refers to itself/,
    ],
    [
      {
        tasks: `${DEFAULTS.tasks}\n${repeated('x', 't', '<vectorRange id="i"><value>1</value></vectorRange>', setting(parameter('ruled'), 'i'))}`,
        generators: `${DEFAULTS.generators}\n${generator('z', 'x', species('X'))}`,
        outputs: report('r', ['z']),
      },
      /"ruled" cannot be set: the model sets it by <initialAssignment>/,
    ],
    [
      {
        tasks: `${DEFAULTS.tasks}\n${repeated('x', 't', '<vectorRange id="i"><value>1</value><value>2</value></vectorRange>').replace('resetModel="true"', 'resetModel="false"')}`,
      },
      /resetModel="false" is not supported/,
    ],
    [
      { tasks: `${DEFAULTS.tasks}\n${repeated('x', 't', '<dataRange id="i"/>')}` },
      /<dataRange> is not supported/,
    ],
    [
      { generators: generator('X', 't', '//sbml:species'), outputs: report('r', ['X']) },
      /the XPath "\/\/sbml:species" is not supported/,
    ],
    [
      { generators: generator('X', 't', species('Z')), outputs: report('r', ['X']) },
      /leads to nothing in the model/,
    ],
    [
      { generators: generator('X', 't', '/s:sbml'), outputs: report('r', ['X']) },
      /the prefix "s" of "\/s:sbml" is not declared/,
    ],
    [
      { generators: generator('X', 't', species('X'), '<ci> q </ci>'), outputs: report('r', ['X']) },
      /nothing here is called "q"/,
    ],
    [
      {
        generators: generator('X', 't', species('X'), '<csymbol definitionURL="http://sed-ml.org/#max"/>'),
        outputs: report('r', ['X']),
      },
      /csymbol "http:\/\/sed-ml.org\/#max" is not supported/,
    ],
    [{ outputs: report('r', ['W']) }, /there is no dataGenerator "W"/],
    [
      { outputs: '<parameterEstimationResultPlot id="p"/>' },
      /<parameterEstimationResultPlot> is not supported/,
    ],
    [{ more: '\n<listOfDataDescriptions/>' }, /<listOfDataDescriptions> is not supported/],
  ];
  test.each(list)('%#', (study, message) => {
    expect(refusal(study)).toMatch(message);
  });
  test('with all problems at once, before anything runs', () => {
    const message = refusal({ simulations: '<steadyState id="s"/>', outputs: '<histogram id="h"/>' });
    expect(message.split('\n')).toHaveLength(2);
  });
  test('and at a place of the model where that is what is wrong', () => {
    const models = {
      'model.xml': sketch({ species: { X: 20 }, reactions: { R: { from: 'X', law: 'j*X' } } }),
    };
    expect(refusal({}, models)).toMatch(/^s\.omex\/model\.xml:\d+:\d+ {2}nothing in the model is called "j"/);
  });
});

describe('the method', () => {
  const under = (kisao: number, policy: Policy) =>
    ran(archive({ 'a.sedml': sedml({ simulations: course('s', 2, 4, kisao) }) }, MODELS), policy);
  test.each([
    [29, 'NONE', 0],
    [27, 'SAME_MATH', 1],
    [39, 'DISTINCT_APPROXIMATIONS', 1],
    [19, 'DISTINCT_SCALES', 1],
    [999, 'ANY', 1],
  ] as const)('KISAO %i runs from policy %s on, %i warning', (kisao, least, warnings) => {
    for (const policy of POLICIES) {
      const runs = POLICIES.indexOf(policy) >= POLICIES.indexOf(least);
      const found = under(kisao, policy);
      expect(found.message === 'not refused').toBe(runs);
      if (runs) expect(found.warnings).toHaveLength(warnings);
      else expect(found.message).toMatch(/^s\.omex\/a\.sedml:8:1 {2}KISAO:\d{7} is /);
    }
  });
});
