import { objectAt, type JsonObject } from '../format/json';

/** The columns that went into a result. */
export function featuresOf(record: JsonObject | null): string[] {
  const names = objectAt(record ?? undefined, 'provenance', 'data_training')?.['column_names'];
  return [names].flat().filter((n) => typeof n === 'string');
}
