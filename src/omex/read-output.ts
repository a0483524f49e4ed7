import { declared, listed, textAttribute } from '../sbml/attributes.js';
import { refuse } from '../sbml/problems.js';
import type { XmlElement } from '../sbml/xml.js';
import { readCalculation } from './calculation.js';
import type { DataSet, Generator, Output, Variable } from './experiment.js';
import { readPath } from './xpath.js';

const TIME = /^(urn:sedml:symbol:|KISAO:)(time|0000832)$/;

/** A data generator. Throws SbmlError. */
export function readGenerator(e: XmlElement): Generator {
  if (e.name !== 'dataGenerator') refuse(e, `<${e.name}> is not a dataGenerator`);
  return {
    ...declared(e),
    variables: listed(e, 'listOfVariables', 'variable').map(readVariable),
    math: readCalculation(e, true),
  };
}

/** A report, or a plot by the data that it shows. Throws SbmlError. */
export function readOutput(e: XmlElement): Output {
  const type = TYPES[e.name];
  if (type === undefined) refuse(e, `<${e.name}> is not supported; write report, plot2D or plot3D`);
  const name = e.attributes.get('name') ?? '';
  if (type === 'SedReport')
    return { ...declared(e), type, name, dataSets: listed(e, 'listOfDataSets', 'dataSet').map(readDataSet) };
  const marks = [...listed(e, 'listOfCurves', 'curve'), ...listed(e, 'listOfSurfaces', 'surface')];
  const shown = marks.flatMap((mark) =>
    AXES.flatMap((axis) => {
      const generator = mark.attributes.get(axis);
      return generator === undefined ? [] : [{ generator, place: { line: mark.line, column: mark.column } }];
    }),
  );
  const once = new Map(shown.map((s) => [s.generator, s]));
  return {
    ...declared(e),
    type,
    name,
    dataSets: [...once.values()].map(({ generator, place }) => ({
      id: generator,
      place,
      label: generator,
      name: '',
      generator,
    })),
  };
}

const TYPES: Readonly<Record<string, Output['type']>> = {
  report: 'SedReport',
  plot2D: 'SedPlot2D',
  plot3D: 'SedPlot3D',
};
const AXES = ['xDataReference', 'yDataReference', 'zDataReference'];

function readVariable(e: XmlElement): Variable {
  const { symbol, target } = Object.fromEntries(e.attributes) as Record<string, string | undefined>;
  if (e.attributes.has('term'))
    refuse(e, `the term "${e.attributes.get('term')}" of a variable is not supported; take it out`);
  if (symbol !== undefined && !TIME.test(symbol))
    refuse(e, `the symbol "${symbol}" is not supported; urn:sedml:symbol:time is`);
  if ((symbol === undefined) === (target === undefined))
    refuse(e, 'a variable has either a target or the symbol urn:sedml:symbol:time');
  return {
    ...declared(e),
    task: textAttribute(e, 'taskReference'),
    of: target === undefined ? 'time' : readPath(target, e),
  };
}

const readDataSet = (e: XmlElement): DataSet => ({
  ...declared(e),
  label: textAttribute(e, 'label'),
  name: e.attributes.get('name') ?? '',
  generator: textAttribute(e, 'dataReference'),
});
