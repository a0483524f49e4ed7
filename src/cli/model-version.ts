import { createHash } from 'node:crypto';
import { laboratory } from '../model/laboratory.js';
import { leucineModel } from '../model/leucine.js';
import { readouts } from '../model/readouts.js';

/**
 * The version of the model with the beginning of a hash of all that it says: rules, constants, what is read out. Cells of models
 * that differ in one number are never taken for one another.
 */
export function modelVersion(): string {
  known ??= `${leucineModel.version}+${fingerprint([leucineModel, readouts, laboratory]).slice(0, 12)}`;
  return known;
}

let known: string | undefined;

/** A hash of a value with all that it leads to, whatever leads back to what came before. */
export function fingerprint(value: unknown): string {
  const places = new Map<unknown, number>();
  const hash = createHash('sha256');
  const add = (each: unknown): void => {
    if ((typeof each !== 'object' && typeof each !== 'function') || each === null) {
      hash.update(`${typeof each}:${String(each)};`);
      return;
    }
    const place = places.get(each);
    hash.update(place === undefined ? `${typeof each}{` : `#${place};`);
    if (place !== undefined) return;
    places.set(each, places.size);
    const entries = each instanceof Map || each instanceof Set ? [...each.entries()] : Object.entries(each);
    for (const [key, item] of entries) {
      add(key);
      add(item);
    }
    hash.update('}');
  };
  add(value);
  return hash.digest('hex');
}
