/** What is wrong with a model: a sentence that says what and what to do, and the rule it is about. */
export interface Problem {
  readonly ruleId: string | undefined;
  readonly message: string;
}
