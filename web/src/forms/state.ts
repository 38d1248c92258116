import type { LearningType, JsonValue } from '../wire/messages';
import type { Option } from './parameter';

/** What stands in the fields of a set of options, as typed; nothing for an option that has its default. */
export type Texts = Record<string, string>;
export type Json = { [key: string]: JsonValue };

/** How cases are held out. `type` is a resampler's, or empty for none. */
export interface ResamplingState {
  type: string;
  options: Texts;
}

export interface TunerState {
  inner: ResamplingState;
  /** Empty: the server's own for the task. */
  metric: string;
  /** Empty for an exhaustive search; else the share of combinations that is tried. */
  randomized: string;
}

/** Members of a request that the form has no field for: they are sent along as they are. */
export interface Kept {
  params: Json;
  options: Json;
  outer: Json;
  tuner: Json;
  inner: Json;
  preprocessing: Json;
  decomposition: Json;
  decompositionOptions: Json;
  execution: Json;
}

/** All that the new-job view lets a person choose. Fields that a type of job does not have stay as they are. */
export interface FormState {
  type: LearningType;
  table: string;
  algorithm: string;
  options: Texts;
  /** Candidates of the options that are searched over. */
  search: Texts;
  outer: ResamplingState;
  tuner: TunerState;
  preprocessing: Texts;
  /** `algorithm` is empty for no decomposition. */
  decomposition: { algorithm: string; options: Texts };
  weights: string;
  positiveClass: string;
  question: string;
  engine: string;
  execution: Texts;
  /** The columns to decompose or cluster; null for all. */
  features: string[] | null;
  kept: Kept;
}

/** The options that the server has told of. */
export interface Schema {
  algorithm: readonly Option[];
  resampler: readonly Option[];
  preprocessor: readonly Option[];
  decomposition: readonly Option[];
  execution: readonly Option[];
}

export const emptySchema: Schema = { algorithm: [], resampler: [], preprocessor: [], decomposition: [], execution: [] };

export function emptyKept(): Kept {
  return { params: {}, options: {}, outer: {}, tuner: {}, inner: {}, preprocessing: {}, decomposition: {}, decompositionOptions: {}, execution: {} };
}

/** A form in which nothing was chosen: no resampling, all options at their defaults. */
export function emptyState(type: LearningType): FormState {
  return {
    type,
    table: '',
    algorithm: '',
    options: {},
    search: {},
    outer: { type: '', options: {} },
    tuner: { inner: { type: 'KFold', options: {} }, metric: '', randomized: '' },
    preprocessing: {},
    decomposition: { algorithm: '', options: {} },
    weights: '',
    positiveClass: '',
    question: '',
    engine: '',
    execution: {},
    features: null,
    kept: emptyKept(),
  };
}
