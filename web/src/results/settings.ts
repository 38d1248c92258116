import { isObject, objectAt, textAt, valueText, type JsonObject } from '../format/json';
import { formatNumber } from '../format/numbers';

export interface Setting {
  name: string;
  text: string;
  tuned: boolean;
}

const settled = new Set(['default', 'unset']);

/** The settings of an algorithm that a person or the tuner chose, out of a record. */
export function chosenSettings(record: JsonObject): Setting[] {
  const config =
    objectAt(record, 'hyperparameters', 'hyperparameters') ?? objectAt(record, 'decomposition_config', 'config') ?? objectAt(record, 'clustering_config', 'config');
  const origin = objectAt(config ?? undefined, 'origin');
  const tuned = objectAt(onlyFold(record) ?? undefined, 'hyperparameters', 'hyperparameters');
  return Object.entries(config ?? {}).flatMap(([name, value]) => {
    const from = textAt(origin, name);
    if (name === 'origin' || from === null || settled.has(from)) return [];
    // Of a single model the record also has what the tuner chose.
    const isTuned = isObject(value) && 'candidates' in value;
    const shown = isTuned && tuned ? tuned[name] : value;
    return [{ name, text: valueText(shown, formatNumber), tuned: isTuned }];
  });
}

function onlyFold(record: JsonObject): JsonObject | null {
  const folds = record['folds'];
  const [fold] = Array.isArray(folds) && folds.length === 1 ? folds : [];
  return isObject(fold) ? fold : null;
}
