import type { LearningType, ParameterInfo } from '../../src/wire/messages';
import { schemaOf } from '../../src/forms/schema';
import type { Schema } from '../../src/forms/state';
import recorded from './catalog.json';

/** rtemis's own catalogue, as it was recorded: describe answers without bounds. */
export const catalog = recorded as unknown as Record<LearningType, Record<string, ParameterInfo[]>> & { resampler: ParameterInfo[]; preprocessor: ParameterInfo[] };

export function schemaFor(type: LearningType, algorithm: string, decomposition = ''): Schema {
  return schemaOf(type, {
    algorithm: catalog[type][algorithm] ?? [],
    resampler: catalog.resampler,
    preprocessor: catalog.preprocessor,
    decomposition: catalog.decomp[decomposition] ?? [],
  });
}

export const info = (given: Partial<ParameterInfo>): ParameterInfo => ({ name: 'option', type: 'integer', default: 1, tunable: true, ...given });
