import { describe, expect, it } from 'vitest';
import { bond, compartment, crowd, individual, oneOf, seat, to } from '../../src/language/agents.js';
import { checkModel } from '../../src/language/check.js';
import { input, labelSource, proportional } from '../../src/language/inputs.js';
import { linked } from '../../src/language/linked.js';
import { type Model, present, presentCrowd } from '../../src/language/model.js';
import { resolve } from '../../src/language/parameters.js';
import { constant, k } from '../../src/language/rates.js';
import {
  bind,
  change,
  exchange,
  inhibited,
  make,
  move,
  type Rule,
  remove,
  rule,
  unbind,
} from '../../src/language/rules.js';
import { because, cytosol, Enzyme, KIC, Leucine, matrix, rules, Sensor, Target, toy } from './toy.js';

const per_min = (value: number) => k(value, '1/min', because);
const um3_per_min = (value: number) => k(value, 'um3/min', because);
/** Rules as JavaScript could hand them in, where no type stood in the way. */
const untyped = (it: object): Rule => ({ id: 'x', sentence: 'x', ...it }) as unknown as Rule;
const messages = (model: Model) => checkModel(model).map((p) => `${p.ruleId ?? 'model'}: ${p.message}`);
const told = (...those: Rule[]) => messages(toy([...Object.values(rules), ...those]));

describe('checkModel', () => {
  it('is silent on the toy', () => expect(messages(toy())).toEqual([]));
});

describe('names', () => {
  it('refuses two rules with one id', () => {
    expect(messages(toy([rules.sense, rules.sense]))).toEqual([
      'sense: two rules have the id "sense"; a parameter\'s name begins with it, so give each its own',
    ]);
  });
  it('refuses two numbers of a rule with one name', () => {
    const twice = [1, 2].map((n) => inhibited(KIC({ in: matrix }), constant(n, 'uM', because)));
    const model = toy([...Object.values(rules), { ...rules.sense, id: 'twice', laws: twice }]);
    expect(messages(model)).toEqual([
      'twice: two numbers of the rule are called "twice.Ki(KIC)"; give its laws different names or its drives different inputs',
    ]);
  });
  it('refuses a starting amount given twice and a name declared twice', () => {
    const own = toy();
    const again = {
      ...own,
      crowds: [...own.crowds, own.crowds[0]!],
      inputs: [...own.inputs, own.inputs[0]!],
    };
    expect(messages(again)).toEqual([
      'model: two inputs are called "plasma"; rename one of them or leave it out',
      'model: two starting amounts are called "Leucine in cytosol"; rename one of them or leave it out',
    ]);
  });
});

describe('meetings and rates', () => {
  it('refuses two catalysts', () => {
    const event = { verb: 'by', event: rules.mark.event, catalyst: Enzyme() };
    expect(told(untyped({ event, rates: { k: um3_per_min(1) } }))).toEqual([
      'x: two catalysts act at once; write one rule for each, with a state between',
    ]);
  });
  it('refuses three agents that meet', () => {
    const event = { verb: 'by', event: rules.sense.event, catalyst: Enzyme() };
    expect(told(untyped({ event, rates: { on: um3_per_min(1) } }))).toEqual([
      'x: 3 agents meet; at most two may, so split the rule in steps',
    ]);
  });
  it("refuses a constant of the wrong order and rates that are not the event's", () => {
    const wrong = untyped({ event: rules.sense.event, rates: { on: per_min(1), off: per_min(1) } });
    expect(told(wrong)).toEqual([
      'x: on is in 1/min, of order 1; 2 agents meet, so give a constant of order 2',
    ]);
    expect(told(untyped({ event: rules.sense.event, rates: { k: per_min(1) } }))).toEqual([
      'x: the rates are k; a bind needs on and off, or on',
    ]);
  });
  it('refuses a rate that is no number', () => {
    expect(
      told(untyped({ event: move(Leucine, cytosol, matrix), rates: { k: per_min(Number.NaN) } })),
    ).toEqual(['x: k is NaN; give a finite number, at least 0']);
  });
});

describe('patterns', () => {
  const changes = (from: object, to: object, rates: object = { k: per_min(1) }) =>
    told(untyped({ event: { verb: 'change', agent: Sensor, from, to }, rates }));

  it('refuses a site that the agent does not have', () => {
    expect(changes({ colour: 'red' }, { mark: 'plain' })).toEqual([
      'x: Sensor has no site "colour"; its sites are pocket, target, mark',
    ]);
    expect(changes({ toString: 'red' }, { mark: 'plain' })).toHaveLength(1);
  });
  it('refuses a state that the site does not have, in conditions and in writes', () => {
    expect(changes({ mark: 'red' }, { mark: 'plain' })).toEqual([
      'x: site "mark" of Sensor has no state "red"; write one of plain, marked',
    ]);
    expect(changes({ mark: ['plain', 'red'] }, { mark: 'blue' })).toEqual([
      'x: site "mark" of Sensor has no state "red"; write one of plain, marked',
      'x: site "mark" of Sensor has no state "blue"; write one of plain, marked',
    ]);
    expect(changes({ pocket: 'KIC' }, { mark: 'plain' })).toEqual([
      'x: site "pocket" of Sensor has no state "KIC"; write one of empty, taken, Leucine',
    ]);
  });
  it('refuses to write a bond or a seat', () => {
    expect(changes({}, { pocket: 'Leucine' })).toEqual([
      'x: site "pocket" of Sensor is not a value; bonds and seats change by bind and unbind',
    ]);
  });
  it('refuses a change that writes nothing', () => {
    expect(changes({ mark: 'plain' }, {})).toEqual([
      'x: the change of Sensor writes nothing; say what it becomes',
    ]);
  });
  it('refuses a way back that does not know where to', () => {
    const both = { forward: per_min(1), backward: per_min(1) };
    expect(changes({}, { mark: 'marked' }, both)).toEqual([
      'x: the way back does not know what "mark" of Sensor was; name the one state it starts from',
    ]);
    expect(changes({ mark: 'plain' }, { mark: 'marked' }, both)).toEqual([]);
  });
  it('refuses to look through a seat or through two bonds', () => {
    expect(changes({ pocket: to(Target()) }, { mark: 'plain' })).toEqual([
      'x: site "pocket" of Sensor holds on to no agent; only a bond can be looked through with `to`',
    ]);
    const far = to(Target({ sensor: to(Sensor()) }));
    expect(changes({ target: far }, { mark: 'plain' })).toEqual([
      'x: a pattern of Sensor looks through more than one bond; it may speak of one partner, so keep what else it must know as a state',
    ]);
    expect(changes({ target: to(Target({ gap: 'on' })) }, { mark: 'plain' })).toEqual([]);
  });
  it('refuses a seat that does not hold the crowd and ends that do not fit', () => {
    const off = { k: per_min(1) };
    expect(told(untyped({ event: unbind(Sensor().pocket, KIC({ in: matrix })), rates: off }))).toEqual([
      'x: site "pocket" of Sensor does not hold KIC; declare it as a seat for KIC',
    ]);
    expect(told(untyped({ event: unbind(Sensor().pocket, Target().sensor), rates: off }))).toEqual([
      'x: Sensor.pocket and Target.sensor cannot hold each other; declare both as bonds',
    ]);
  });
  it('refuses starting shares that are not shares', () => {
    const copies = constant(3, 'molecules/um3', because);
    const [, ...rest] = toy().individuals;
    const model = { individuals: [present(Sensor, copies, { mark: { plain: 0.7, marked: 0.4 } }), ...rest] };
    expect(messages(toy(undefined, model))).toEqual([
      `model: starting shares of Sensor.mark add up to ${0.7 + 0.4}; give shares from 0 to 1, together at most 1`,
    ]);
  });
});

describe('declarations', () => {
  const lysosome = compartment('lysosome', 0.01, 'Nobody declared it.');
  const HMB = crowd('HMB', { description: 'Nobody makes it.' });

  it('refuses an agent that nobody makes, and only the first of a chain', () => {
    const Acetyl = crowd('Acetyl', { description: 'Made of HMB.' });
    const chain = [
      rule('one', 'x', exchange([HMB({ in: matrix })], [Acetyl({ in: matrix })]), { k: per_min(1) }),
      rule('two', 'x', remove(Acetyl({ in: matrix }), 'gone'), { k: per_min(1) }),
    ];
    const own = toy();
    const crowds = [...own.crowds, presentCrowd(Acetyl({ in: cytosol }), constant(0, 'uM', because))];
    expect(messages(toy([...Object.values(rules), ...chain], { crowds }))).toEqual([
      'one: nobody makes HMB in matrix; give it a starting amount with presentCrowd or a rule that makes it',
    ]);
  });
  it('refuses agents that only make each other', () => {
    const Ketone = crowd('Ketone', { description: 'Made of HMB, and HMB of it.' });
    const turn = rule('turn', 'x', exchange([HMB({ in: matrix })], [Ketone({ in: matrix })]), {
      forward: per_min(1),
      backward: per_min(1),
    });
    expect(told(turn)).toHaveLength(2);
  });
  it('refuses an individual that is not there', () => {
    const individuals = toy().individuals.filter((p) => p.agent !== Target);
    expect(messages(toy([rules.hold], { individuals }))).toEqual([
      'hold: nobody makes Target; give it a starting amount with present or a rule that makes it',
    ]);
  });
  it('refuses an agent that is made but not declared', () => {
    expect(told(rule('x', 'x', make(HMB({ in: matrix })), { k: k(1, 'uM/h', because) }))).toEqual([
      'x: HMB is used but not declared; add it to the model with presentCrowd, if need be with amount 0',
    ]);
  });
  it('refuses two declarations of one name', () => {
    const Other = crowd('KIC', { description: "Not the model's." });
    expect(told(rule('x', 'x', remove(Other({ in: matrix }), 'gone'), { k: per_min(1) }))).toEqual([
      'x: KIC is declared twice; import the one declaration that the model lists',
    ]);
  });
  it('refuses undeclared compartments, inputs and label sources', () => {
    const out = rule('out', 'x', move(Leucine, cytosol, lysosome), { k: per_min(1) });
    expect(told(out)).toEqual([
      'out: compartment "lysosome" is used but not declared; add it to the model\'s compartments',
    ]);
    const drives = [proportional(input('sun', 'fold', 1, 'Nobody declared it.'))];
    const more = { k: k(1, 'uM/h', because) };
    const seen = rule('x', 'x', make(KIC({ in: matrix }), labelSource('rain', 'Nor this.')), more, {
      drives,
    });
    expect(told(seen)).toEqual([
      'x: input "sun" is used but not declared; add it to the model\'s inputs',
      'x: label source "rain" is used but not declared; add it to the model\'s labelSources',
    ]);
  });
});

describe('atoms', () => {
  const rate = { k: per_min(1) };
  const turns = (...those: Parameters<typeof exchange>) =>
    told(untyped({ event: exchange(...those), rates: those[0].length === 2 ? { k: um3_per_min(1) } : rate }));
  const leucine = Leucine({ in: matrix });
  const kic = KIC({ in: matrix });

  it('lets an atom that both have pass by default, and asks for the others', () => {
    expect(turns([leucine], [kic], { N: [['Leucine', 'ammonia']] })).toEqual([]);
    expect(turns([leucine], [kic])).toEqual([
      "x: N of Leucine has nowhere to go; write its route, atoms: { N: [['Leucine', ...]] }, to a given agent or to an exit",
    ]);
  });
  it('asks for a route where two crowds become one', () => {
    expect(turns([leucine, kic], [kic], { N: [['Leucine', 'ammonia']] })).toHaveLength(2);
    const C1 = [
      ['Leucine', 'CO2'],
      ['KIC', 'KIC'],
    ] as const;
    expect(turns([leucine, kic], [kic], { C1, N: [['Leucine', 'ammonia']] })).toEqual([]);
  });
  it('asks for a route of what an individual carries when it is used up, not when it is kept', () => {
    expect(turns([Enzyme({ cofactor: 'PMP' })], [Enzyme({ cofactor: 'PLP' })])).toEqual([]);
    expect(turns([Enzyme()], [])).toEqual([
      "x: N of Enzyme has nowhere to go; write its route, atoms: { N: [['Enzyme', ...]] }, to a given agent or to an exit",
    ]);
    expect(told(rule('x', 'x', remove(Enzyme(), 'degraded'), rate))).toEqual([]);
  });
  it('follows the routes back on the way back', () => {
    const atoms = { C1: [['Leucine', 'CO2']], N: [['Leucine', 'ammonia']] } as const;
    const both = { forward: per_min(1), backward: per_min(1) };
    expect(told(rule('x', 'x', exchange([leucine], [kic], atoms), both, { driven: true }))).toEqual([
      "x: C1 of KIC has nowhere to go on the way back; write its route, atoms: { C1: [['KIC', ...]] }, to a given agent or to an exit",
    ]);
  });
  it('refuses routes that name agents that do not take part', () => {
    const N = [['Leucine', 'ammonia']] as const;
    expect(turns([leucine], [kic], { N, C1: [['Leucine', 'Enzyme']] })).toEqual([
      'x: the route of C1 to Enzyme names an agent that is not given; end it at one of KIC or at an exit',
    ]);
    expect(turns([leucine], [kic], { N: [...N, ['Sensor', 'x']] })).toEqual([
      'x: the route of N from Sensor names an agent that is not taken; begin it at one of Leucine',
    ]);
    expect(turns([leucine], [kic], { N: [['Leucine', 'KIC']] })).toEqual([
      'x: the route of N ends at KIC, which has no N; declare the atom on it or name an exit',
    ]);
    expect(turns([kic], [leucine], { N: [['KIC', 'Leucine']] })).toEqual([
      'x: the route of N begins at KIC, which has no N; declare the atom on it or drop the route',
    ]);
  });
  it('refuses two atoms in one place', () => {
    const C1 = [
      ['Leucine', 'KIC'],
      ['KIC', 'KIC'],
    ] as const;
    expect(turns([leucine, kic], [kic], { C1, N: [['Leucine', 'ammonia']] })).toEqual([
      'x: 2 atoms C1 are routed to KIC; it has room for 1',
    ]);
  });
});

describe('equilibrium cycles', () => {
  const Hub = individual('Hub', {
    sites: { pocket: seat('Leucine', 'KIC'), arm: bond(), mark: oneOf('a', 'b', 'c') },
    in: cytosol,
    description: 'Binds in two places.',
  });
  const Grip = individual('Grip', { sites: { hub: bond() }, in: cytosol, description: 'Holds the hub.' });
  const copies = constant(5, 'molecules/um3', because);
  const model = (those: readonly Rule[]): Model => ({
    ...toy([]),
    individuals: [present(Hub, copies), present(Grip, copies)],
    crowds: [
      presentCrowd(Leucine({ in: cytosol }), constant(1, 'uM', because)),
      presentCrowd(Leucine({ in: matrix }), constant(1, 'uM', because)),
      presentCrowd(KIC({ in: cytosol }), constant(1, 'uM', because)),
    ],
    chapters: [{ title: 'x', rules: those }],
  });

  const step = { on: k(0.15, '1/(uM min)', because), off: per_min(3) };
  const grip = { on: um3_per_min(33), off: per_min(0.5) };
  const looser = { on: um3_per_min(0.4), off: k(7, '1/h', because) };
  /** Leucine and the grip, each with the other there or not: the square of Sestrin2 and GATOR2. */
  const square = (last: { on: typeof step.on; off: typeof step.off }, driven = false) => [
    rule('a', 'x', bind(Hub({ pocket: 'empty' }).arm, Grip().hub), grip),
    rule('b', 'x', bind(Hub({ pocket: 'Leucine' }).arm, Grip().hub), looser),
    rule('c', 'x', bind(Hub({ arm: 'free' }).pocket, Leucine({ in: cytosol })), step),
    rule('d', 'x', bind(Hub({ arm: 'bound' }).pocket, Leucine({ in: cytosol })), last, { driven }),
  ];
  const closed = linked(step, looser, grip, { off: per_min(2) }, '1/(uM min)');

  it('computes the fourth affinity of a square', () => {
    const K = (s: { on: { value: number }; off: { value: number } }) => s.on.value / s.off.value;
    const perHour = looser.on.value / (looser.off.value / 60);
    expect(closed.on.value / 2).toBeCloseTo((K(step) * perHour) / K(grip), 12);
    expect(linked(step, looser, grip, { on: closed.on }).off.value).toBeCloseTo(2, 12);
    expect(closed.on.source.evidence).toBe('derived');
  });
  it('is silent on a square closed by linked, and fires when it is 1 % off', () => {
    expect(messages(model(square(closed)))).toEqual([]);
    const off = {
      on: { ...closed.on, value: closed.on.value * 1.01, linked: { times: [], over: [] } },
      off: closed.off,
    };
    const [message, ...more] = messages(model(square(off)));
    expect(more).toEqual([]);
    expect(message).toMatch(
      /^[abcd]: the rules ("[abcd]"(, )?){4} make a closed cycle whose constants multiply to (1\.01|0\.990), not 1/,
    );
  });
  it('finds a driven rule balanced whatever its constants', () => {
    expect(messages(model(square(step, true)))).toEqual([]);
  });
  it('keeps a linked square closed under overrides of the others, not of the linked rate itself', () => {
    const closedModel = model(square(closed));
    expect(checkModel(closedModel, resolve(closedModel, { 'a.on': 5, 'c.off': 9 }))).toEqual([]);
    expect(checkModel(closedModel, resolve(closedModel, { 'd.on': 5 }))).toHaveLength(1);
  });

  const turn = (id: string, from: 'a' | 'b' | 'c', into: 'a' | 'b' | 'c', K: number) =>
    rule(id, 'x', change(Hub, { mark: from }, { mark: into }), { forward: per_min(K), backward: per_min(1) });
  it('checks loops of states', () => {
    expect(
      messages(model([turn('ab', 'a', 'b', 2), turn('bc', 'b', 'c', 3), turn('ca', 'c', 'a', 1 / 6)])),
    ).toEqual([]);
    expect(
      messages(model([turn('ab', 'a', 'b', 2), turn('bc', 'b', 'c', 3), turn('ca', 'c', 'a', 1)])),
    ).toHaveLength(1);
  });
  it('checks two ways between the same states', () => {
    expect(messages(model([turn('ab', 'a', 'b', 2), turn('too', 'a', 'b', 2)]))).toEqual([]);
    expect(messages(model([turn('ab', 'a', 'b', 2), turn('too', 'a', 'b', 2.1)]))).toHaveLength(1);
  });
  it('does not mind a way one way, a law, or a saturable rate', () => {
    const oneWay = rule('ca', 'x', change(Hub, { mark: 'c' }, { mark: 'a' }), { k: per_min(9) });
    const bent = { ...turn('ca', 'c', 'a', 9), laws: [inhibited(Grip(), copies)] };
    for (const last of [oneWay, bent])
      expect(messages(model([turn('ab', 'a', 'b', 2), turn('bc', 'b', 'c', 3), last]))).toEqual([]);
  });
  it('counts what meets in a small compartment as concentrated there', () => {
    // At equilibrium cytosol:matrix concentrations are 1:1, that is 0.8:0.2 in molecules.
    const even = rule('flow', 'x', move(Leucine, cytosol, matrix), {
      forward: per_min(1),
      backward: per_min(4),
    });
    const here = rule('here', 'x', bind(Hub().pocket, Leucine({ in: cytosol })), step);
    const there = rule('there', 'x', bind(Hub().pocket, Leucine({ in: matrix })), step);
    expect(messages(model([even, here, there]))).toEqual([]);
    const uneven = { ...even, rates: { forward: per_min(1), backward: per_min(1) } };
    expect(messages(model([uneven, here, there]))).toHaveLength(1);
  });
  it('leaves alone a cycle that turns leucine into KIC, until another way back joins it', () => {
    // a + leucine -> b; b -> a + KIC: every turn makes one KIC out of one leucine.
    const leucine = Leucine({ in: cytosol });
    const kic = KIC({ in: cytosol });
    const atoms = { C1: [['Leucine', 'out']], N: [['Leucine', 'out']] } as const;
    const ways = (K: number) => [
      untyped({
        id: 'take',
        event: exchange([Hub({ mark: 'a' }), leucine], [Hub({ mark: 'b' })], atoms),
        rates: { forward: um3_per_min(2), backward: per_min(1) },
      }),
      untyped({
        id: 'give',
        event: exchange([Hub({ mark: 'b' })], [Hub({ mark: 'a' }), kic], {}),
        rates: { forward: per_min(3), backward: um3_per_min(1) },
      }),
      untyped({
        id: 'direct',
        event: exchange([leucine], [kic], { N: [['Leucine', 'out']] }),
        rates: { forward: per_min(K), backward: per_min(1) },
      }),
    ];
    const cycles = (those: readonly Rule[]) => messages(model(those)).filter((m) => /cycle/.test(m));
    expect(cycles(ways(6).slice(0, 2))).toEqual([]);
    expect(cycles(ways(6))).toEqual([]);
    expect(cycles(ways(5))).toHaveLength(1);
  });
  it('says so when an agent has too many states together to list', () => {
    const flags = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm'];
    const Big = individual('Big', {
      sites: Object.fromEntries(flags.map((f) => [f, oneOf('off', 'on')])),
      in: cytosol,
      description: 'Thirteen sites spoken of together.',
    });
    const all = Object.fromEntries(flags.slice(1).map((f) => [f, 'off' as const]));
    const flip = rule('flip', 'x', change(Big, { ...all, a: 'off' }, { a: 'on' }), {
      forward: per_min(1),
      backward: per_min(1),
    });
    const big = { ...model([flip]), individuals: [present(Big, copies)] };
    expect(messages(big)).toEqual([expect.stringMatching(/^flip: the sites .* have 8192 states together/)]);
  });
});
