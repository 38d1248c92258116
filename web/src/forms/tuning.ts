import type { Option } from './parameter';
import { readCandidates } from './candidates';
import { readOption } from './parameter';
import { resamplerOptions } from './resampling';
import type { FormState, Schema, Texts } from './state';

const innerFolds = 5;

/** The options of the inner resampler: as the outer one's, but five resamples unless told otherwise. */
export function innerOptions(schema: Schema, type: string): Option[] {
  return resamplerOptions(schema.resampler, type).map((o) => (o.name === 'n_resamples' ? { ...o, default: innerFolds } : o));
}

// What these search by themselves while it is not set.
const searchedWhenNull: Readonly<Record<string, string>> = { GLMNET: 'lambda', LightGBM: 'force_nrounds' };

/** The option that the algorithm will search on its own, or null. */
export function selfSearched(algorithm: string, schema: Schema, options: Texts): Option | null {
  const option = schema.algorithm.find((o) => o.name === searchedWhenNull[algorithm]);
  if (!option) return null;
  const reading = readOption(option, options[option.name] ?? '');
  const value = reading.state === 'value' ? reading.value : option.default;
  return reading.state !== 'problem' && value === null ? option : null;
}

/** Whether a search takes place. */
export function isSearched(state: FormState, schema: Schema): boolean {
  return searchedOptions(state, schema).length > 0 || selfSearched(state.algorithm, schema, state.options) !== null;
}

/** The options with candidates, in the server's order. */
export function searchedOptions(state: FormState, schema: Schema): Option[] {
  return schema.algorithm.filter((o) => o.tunable && o.name in state.search);
}

export interface FitCount {
  combinations: number;
  inner: number;
  outer: number;
  /** Fits of the search and the final ones after it. */
  total: number;
}

/** How many models a job fits, or null while that cannot be told. `rows` counts the cases for leave-one-out. */
export function countFits(state: FormState, schema: Schema, rows: number | null): FitCount | null {
  const outer = state.outer.type === '' ? 1 : resamples(resamplerOptions(schema.resampler, state.outer.type), state.outer, rows);
  if (outer === null) return null;
  if (!isSearched(state, schema)) return { combinations: 0, inner: 0, outer, total: outer };
  const inner = resamples(innerOptions(schema, state.tuner.inner.type), state.tuner.inner, rows);
  if (inner === null) return null;
  let combinations = 1;
  for (const option of searchedOptions(state, schema)) {
    const candidates = readCandidates(option, state.search[option.name] ?? '');
    if (candidates.problem !== null) return null;
    combinations *= candidates.values.length;
  }
  const share = state.tuner.randomized.trim() === '' ? 1 : Number(state.tuner.randomized);
  if (!(share > 0 && share <= 1)) return null;
  combinations = Math.max(1, Math.round(combinations * share));
  return { combinations, inner, outer, total: combinations * inner * outer + outer };
}

function resamples(options: readonly Option[], chosen: { type: string; options: Texts }, rows: number | null): number | null {
  if (chosen.type === 'LOOCV') return rows;
  const option = options.find((o) => o.name === 'n_resamples');
  if (!option) return null;
  const reading = readOption(option, chosen.options['n_resamples'] ?? '');
  const value = reading.state === 'value' ? reading.value : option.default;
  return reading.state !== 'problem' && typeof value === 'number' ? value : null;
}
