import { strToU8, zipSync } from 'fflate';

export const SBML_NAMESPACE = 'http://www.sbml.org/sbml/level3/version2/core';
const MANIFEST = 'http://identifiers.org/combine.specifications/omex-manifest';
const FORMATS = 'http://identifiers.org/combine.specifications';

/** A COMBINE archive of SED-ML files (the first as master where asked) and models, put together in memory. */
export function archive(
  experiments: Readonly<Record<string, string>>,
  models: Readonly<Record<string, string>>,
  { master = false } = {},
): Uint8Array {
  const content = (path: string, format: string, main = false) =>
    `<content location="./${path}" format="${FORMATS}/${format}"${main ? ' master="true"' : ''}/>`;
  const manifest = `<?xml version="1.0" encoding="UTF-8"?>
<omexManifest xmlns="${MANIFEST}">
<content location="." format="${FORMATS}/omex"/>
<content location="./manifest.xml" format="${FORMATS}/omex-manifest"/>
${Object.keys(experiments)
  .map((path, i) => content(path, 'sed-ml', master && i === 0))
  .join('\n')}
${Object.keys(models)
  .map((path) => content(path, 'sbml'))
  .join('\n')}
</omexManifest>`;
  const files = { 'manifest.xml': manifest, ...experiments, ...models };
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])));
}

/** A SED-ML file, each part an element a line from line 3 on. */
export interface Study {
  readonly models?: string;
  readonly simulations?: string;
  readonly tasks?: string;
  readonly generators?: string;
  readonly outputs?: string;
  readonly more?: string;
}
export const DEFAULTS: Required<Study> = {
  models: '<model id="m" language="urn:sedml:language:sbml" source="model.xml"/>',
  simulations: course('s', 2, 4),
  tasks: '<task id="t" modelReference="m" simulationReference="s"/>',
  generators: `${generator('time', 't', 'time')}\n${generator('X', 't', species('X'))}`,
  outputs: report('r', ['time', 'X']),
  more: '',
};
export function sedml(given: Study = {}): string {
  const s = { ...DEFAULTS, ...given };
  return `<?xml version="1.0" encoding="UTF-8"?>
<sedML xmlns="http://sed-ml.org/sed-ml/level1/version4" xmlns:sbml="${SBML_NAMESPACE}" level="1" version="4">
<listOfModels>
${s.models}
</listOfModels>
<listOfSimulations>
${s.simulations}
</listOfSimulations>
<listOfTasks>
${s.tasks}
</listOfTasks>
<listOfDataGenerators>
${s.generators}
</listOfDataGenerators>
<listOfOutputs>
${s.outputs}
</listOfOutputs>${s.more}
</sedML>`;
}

export function course(id: string, end: number, steps: number, kisao = 29, more = ''): string {
  return `<uniformTimeCourse id="${id}" initialTime="0" outputStartTime="0" outputEndTime="${end}" numberOfSteps="${steps}">
<algorithm kisaoID="KISAO:${String(kisao).padStart(7, '0')}">${more}</algorithm></uniformTimeCourse>`;
}
export function species(id: string): string {
  return `/sbml:sbml/sbml:model/sbml:listOfSpecies/sbml:species[@id='${id}']`;
}
export function parameter(id: string): string {
  return `/sbml:sbml/sbml:model/sbml:listOfParameters/sbml:parameter[@id='${id}']`;
}
/** A generator of one variable `x`, by a formula in MathML of it. */
export function generator(id: string, task: string, of: string, math = '<ci> x </ci>'): string {
  const what = of === 'time' ? 'symbol="urn:sedml:symbol:time"' : `target="${of}"`;
  return `<dataGenerator id="${id}"><listOfVariables><variable id="x" taskReference="${task}" ${what}/></listOfVariables>
<math xmlns="http://www.w3.org/1998/Math/MathML">${math}</math></dataGenerator>`;
}
export function report(id: string, generators: readonly string[]): string {
  return `<report id="${id}" name="a report"><listOfDataSets>
${generators.map((g) => `<dataSet id="set_${g}" label="${g} [1]" dataReference="${g}"/>`).join('\n')}
</listOfDataSets></report>`;
}
/** A repeated task over `ranges` (the first leads), which sets values. */
export function repeated(id: string, part: string, ranges: string, sets = ''): string {
  const range = /id="(\w+)"/.exec(ranges)![1];
  return `<repeatedTask id="${id}" range="${range}" resetModel="true">
<listOfRanges>${ranges}</listOfRanges>
<listOfChanges>${sets}</listOfChanges>
<listOfSubTasks><subTask task="${part}" order="1"/></listOfSubTasks></repeatedTask>`;
}
export function setting(target: string, range: string, math = `<ci> ${range} </ci>`): string {
  return `<setValue modelReference="m" target="${target}" range="${range}"><math xmlns="http://www.w3.org/1998/Math/MathML">${math}</math></setValue>`;
}
