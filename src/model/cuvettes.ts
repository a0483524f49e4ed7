/** What goes on in the vessels of enzyme assays, as small models of their own: the same rule language, the same engine. */
import { compartment, crowd, individual, oneOf } from '../language/agents.js';
import { type Model, present, presentCrowd } from '../language/model.js';
import { assumed, constant, derived, k, saturable } from '../language/rates.js';
import { by, chapter, exchange, make, rule } from '../language/rules.js';
import { KIC, Leucine } from './agents.js';
import { Pettit1978, Tessari1995 } from './citations.js';

const vessel = compartment('vessel', 1, 'The part of a cuvette or vial that is simulated.');
const Enzyme = individual('Enzyme', {
  sites: { work: oneOf('on') },
  in: vessel,
  description: 'The enzyme of a homogenate that is assayed.',
});
const Hydroxyisocaproate = crowd('Hydroxyisocaproate', {
  description: '2-hydroxyisocaproate: one for each NADH that the coupling enzyme oxidised.',
});
const LostNADH = crowd('LostNADH', { description: 'NADH that goes without leucine.' });
const CO2 = crowd('CO2', { description: 'Carbon 1 of KIC, trapped.' });
const given = assumed('set by the assay');
const enzymes = present(Enzyme, constant(0, 'molecules', given));

/** BCAT2 with leucine and 5 mM ketoglutarate, coupled to NADH by D-2-hydroxyisocaproate dehydrogenase in excess. */
export const bcatCuvette: Model = {
  name: 'BCAT2 in a cuvette',
  version: '1.0.0',
  compartments: [vessel],
  individuals: [enzymes],
  crowds: [presentCrowd(Leucine({ in: vessel }), constant(0, 'uM', given))],
  inputs: [],
  labelSources: [],
  chapters: [
    chapter('Coupled assay of BCAT2', [
      rule(
        'bcat2',
        'BCAT2 turns leucine into KIC',
        by(exchange([Leucine({ in: vessel })], [KIC({ in: vessel })]), Enzyme()),
        {
          k: saturable(
            k(
              167,
              '1/s',
              derived(
                '194 /s with leucine (SABIO-RK, PMID 15182179, UniProt O15382) x 5 mM/(0.8 mM + 5 mM) ketoglutarate, Km 0.6-1 mM from memory',
              ),
            ),
            constant(1200, 'uM', assumed('1.2 mM for human BCAT2, from memory')),
          ),
        },
        { driven: true },
      ),
      rule(
        'coupling',
        'The dehydrogenase turns KIC into hydroxyisocaproate and oxidises one NADH',
        exchange([KIC({ in: vessel })], [Hydroxyisocaproate({ in: vessel })]),
        { k: k(0.2, '1/s', assumed('in excess: a lag of 5 s')) },
        { driven: true },
      ),
      rule(
        'nadh-loss',
        'NADH is oxidised without leucine',
        make(LostNADH({ in: vessel })),
        { k: k(0.3, 'uM/min', assumed('a few percent of the signal')) },
        { driven: true },
      ),
    ]),
  ],
};

/** BCKDH with labelled KIC, its kinase and its phosphatase frozen. */
export const bckdhVial: Model = {
  name: 'BCKDH in a vial',
  version: '1.0.0',
  compartments: [vessel],
  individuals: [enzymes],
  crowds: [presentCrowd(KIC({ in: vessel }), constant(0, 'uM', given))],
  inputs: [],
  labelSources: [],
  chapters: [
    chapter('Release of labelled CO2', [
      rule(
        'decarboxylation',
        'Active BCKDH takes carbon 1 off KIC',
        by(exchange([KIC({ in: vessel })], [CO2({ in: vessel })], { C1: [['KIC', 'CO2']] }), Enzyme()),
        {
          k: saturable(
            k(2.93, '1/s', derived('as in the cell; 3.3 /s measured on KIV', Tessari1995)),
            constant(45, 'uM', assumed('as in the cell: within 37-50 uM (from memory)', Pettit1978)),
          ),
        },
        { driven: true },
      ),
    ]),
  ],
};
