/** Why targets that fail are thought to fail, by target: shown in docs/validation.md where they do. What was tried is in docs/decisions. */
export const LIKELY_CAUSES: Readonly<Record<string, string>> = {
  'hmb-mps':
    'leucine alone is to add more (80 %) than essential amino acids with as much leucine may (90 % at most, 52 % published), and 10 g whey next to nothing; sets of constants that meet one miss the other (decision 17). HMB acts on synthesis through mTORC1 alone here.',
  'muscle-full-infusion':
    'cells differ in when they are recruited, and some are spent by two hours: 1.77 times fasted for 1.89 in the average cell. A stronger answer drains free leucine after leucine alone (decision 17).',
  'muscle-full-bolus':
    'p-S6K1 and insulin are still up at 90 min, and what ends synthesis is the ribosome cycle alone, which an infusion asks to last; a memory that tells a bolus from an infusion is missing (decisions 16 and 17).',
  'dose-whey':
    'phenylalanine oxidation and urea of the whole body were measured; leucine oxidation in muscle rises with free leucine, which synthesis drains as much after 40 g as after 20 g.',
  'exercise-aa-synergy':
    'exercise and amino acids recruit the same ribosomes, and exercise alone takes most of them; that amino acids restrain the breakdown that a bout adds has no mechanism here.',
  'exercise-fasted-time-course': 'the three published numbers contradict each other; the other rows hold.',
  'exercise-imaging-late':
    'a correlation over a few time points of few cells, which noise decides: its interval spans zero.',
  'oxidation-aa-infusion':
    'whole-body oxidation beside that of muscle, which makes a fifth to two fifths of it and whose free leucine hardly rises while synthesis takes it up.',
  'hmb-mechanism-piglet':
    'HMB raises synthesis, which drains free leucine, so that the sensor sees less of it; and leucine brings mTORC1 to Rheb by way of the Rags, which the target says it does not.',
  'recruitment-kinetics':
    'nothing takes active mTORC1 off the lysosome again, so that recruitment rises to a plateau without a peak.',
  'coincidence-gate-rat':
    'the fed rat is taken an hour after a step of leucine and insulin, at the peak of recruitment (2.5 times fasted), where a freely fed one was measured.',
};
