/** leucell's public interface: read a scenario, run it, read what was measured; the rule language and the model. */
export {
  type CompareOptions,
  type Comparison,
  compareConditions,
  type Effect,
} from './analysis/compare/compare.js';
export { type DrawnEffect, overDraws } from './analysis/compare/draws.js';
export { COMPARED, type ComparedOutcome } from './analysis/compare/outcomes.js';
export { CannotCompare } from './analysis/compare/problems.js';
export { effectRecords } from './analysis/compare/records.js';
export { type Verdict, verdictOf } from './analysis/compare/verdict.js';
export { OUTCOMES, type Outcome } from './analysis/outcomes.js';
export { type ConditionSummary, type Summary, summarise } from './analysis/summary.js';
export { modelVocabulary } from './cli/vocabulary.js';
export { DatasetError, type DatasetErrorCode } from './dataset/problems.js';
export {
  type Column,
  type Dataset,
  type DatasetTable,
  INT32_NULL,
  type Manifest,
  openDataset,
  type Row,
} from './dataset/read.js';
export { type DatasetProblem, verifyDataset } from './dataset/verify.js';
export { createDataset, type DatasetOptions, type DatasetWriter } from './dataset/writer.js';
export type { Identifiers } from './export/annotation.js';
export { type ExportFormat, type ExportOptions, exported } from './export/write.js';
export { blotsOf, type FoldFinding, foldFindings } from './lab/blot/blots.js';
export { type EnzymeFinding, enzymeFindings } from './lab/enzymes/activities.js';
export { type Fates, fatesOf } from './lab/fates/fates.js';
export { type MetaboliteReading, metabolitesOf } from './lab/metabolites.js';
export { type MicroscopyFinding, microscopyFindings } from './lab/microscopy/findings.js';
export { type Power, powerOf, type Trial } from './lab/power/power.js';
export { LabProblem } from './lab/problems.js';
export { type TracerFinding, type TracerStudy, tracerStudy } from './lab/tracer/study.js';
export * from './language/agents.js';
export { checkModel } from './language/check.js';
export { english } from './language/english.js';
export { evidenceOf } from './language/evidence.js';
export * from './language/inputs.js';
export * from './language/model.js';
export { type Parameter, parametersOf } from './language/parameters.js';
export * from './language/rates.js';
export * from './language/rules.js';
export { table1 } from './language/table1.js';
export { identifiers } from './model/identifiers.js';
export { leucineModel } from './model/leucine.js';
export type { CellRecord, ColumnSpec, Columns, ColumnType, TableSpec } from './myocyte/record.js';
export { type Cost, estimateCost } from './runner/estimate.js';
export type { Progress } from './runner/progress.js';
export { type RunOptions, type RunResult, runPlan } from './runner/run.js';
export { conditionAt, jobAt, jobCount } from './scenario/expand.js';
export { parseScenario } from './scenario/parse.js';
export type { Condition, Course, Job, Plan } from './scenario/plan.js';
export { planHash } from './scenario/plan-hash.js';
export { pointCount, pointValues } from './scenario/points.js';
export type { Problem } from './scenario/problems.js';
export { readScenario } from './scenario/read.js';
export { readEnsemble } from './scenario/read-ensemble.js';
export { scenarioJsonSchema } from './scenario/schema.js';
export type { Vocabulary } from './scenario/vocabulary.js';
export { type Estimate, meanInterval } from './stats/interval.js';
export { pairedRatio } from './stats/ratio.js';
