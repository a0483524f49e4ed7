/** The model of leucine in human skeletal muscle: all chapters, in the order of the biology. */
import type { Model } from '../language/model.js';
import { bckdh } from './bckdh.js';
import { catabolism } from './catabolism.js';
import { compartments } from './compartments.js';
import { drugs } from './drugs.js';
import { eif4e } from './eif4e.js';
import { gator } from './gator.js';
import { hmb } from './hmb.js';
import { inputs, labelSources } from './inputs.js';
import { insulinSignalling } from './insulin.js';
import { mtorc1 } from './mtorc1.js';
import { often } from './often.js';
import { proteolysis } from './proteolysis.js';
import { rags } from './rags.js';
import { s6k1 } from './s6k1.js';
import { sensing } from './sensing.js';
import { crowds, individuals } from './starting.js';
import { transamination } from './transamination.js';
import { translation } from './translation.js';
import { transport } from './transport.js';

/** Leucine from plasma to signal, protein, KIC, HMB and CO2 in a fasted, rested young adult. */
export const leucineModel: Model = {
  name: 'leucine in human skeletal muscle',
  version: '1.0.0',
  compartments,
  individuals,
  crowds,
  inputs,
  labelSources,
  chapters: [
    transport,
    sensing,
    gator,
    rags,
    mtorc1,
    insulinSignalling,
    s6k1,
    eif4e,
    translation,
    proteolysis,
    transamination,
    bckdh,
    catabolism,
    hmb,
    drugs,
  ],
  often,
};
