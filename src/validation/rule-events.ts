/** Rates of the rules that targets files know by number. */
const MEASURE_OF_RULE: Readonly<Record<string, string>> = {
  R24: 'transamination',
  R25: 'reamination',
  R29: 'oxidation',
  R33: 'hmb_production',
};

/** "R33 events / (R29 + R33 events)" as a formula; nothing where it holds other words or another rule. */
export function ruleEvents(words: string, arm: string, when: string): string | undefined {
  if (!/^[R\d\s()+/-]+$/.test(words.replace(/\bevents\b/g, '')) || !/\bR\d\d\b/.test(words)) return undefined;
  const numbers = words.match(/\bR\d+\b/g) ?? [];
  return numbers.every((rule) => Object.hasOwn(MEASURE_OF_RULE, rule))
    ? words
        .replace(/ ?\bevents\b/g, '')
        .replace(/\bR\d+\b/g, (rule) => `${MEASURE_OF_RULE[rule]}[${arm}, ${when}]`)
    : undefined;
}
