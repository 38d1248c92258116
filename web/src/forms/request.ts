import type { LearningType } from '../wire/messages';
import { readCandidates } from './candidates';
import { isLargerBetter } from './metrics';
import { isSent, readOption, type Option } from './parameter';
import { resamplerOptions } from './resampling';
import type { FormState, Json, Schema, Texts } from './state';
import { innerOptions, isSearched, searchedOptions } from './tuning';

/** Something that keeps a form from being sent. `field` is the name that the field goes by, such as `options.maxdepth`; label and text make a sentence. */
export interface FormProblem {
  field: string;
  label: string;
  text: string;
}

export interface BuiltRequest {
  method: LearningType;
  params: Json;
  /** In the order of the form; empty when it can be sent. What is wrong is left out of `params`. */
  problems: FormProblem[];
}

/** What the form asks for, as the server takes it: only what differs from the defaults. */
export function buildRequest(state: FormState, schema: Schema): BuiltRequest {
  const problems: FormProblem[] = [];
  if (!state.table) problems.push({ field: 'table', label: 'Table', text: 'has to be chosen' });
  if (!state.algorithm) problems.push({ field: 'algorithm', label: 'Algorithm', text: 'has to be chosen' });
  const params: Json = {
    ...(state.table ? { data_handle: state.table } : {}),
    ...(state.algorithm ? { algorithm: state.algorithm } : {}),
    ...(state.type === 'train' ? training(state, schema, problems) : unsupervised(state, schema, problems)),
    ...(state.question.trim() ? { question: state.question.trim() } : {}),
    ...(state.engine ? { engine: state.engine } : {}),
  };
  return { method: state.type, params: { ...state.kept.params, ...params }, problems };
}

function training(state: FormState, schema: Schema, problems: FormProblem[]): Json {
  const { kept } = state;
  const fixed = schema.algorithm.filter((o) => !(o.tunable && o.name in state.search));
  const hyperparameters: Json = {
    ...kept.options,
    ...values('options', fixed, state.options, problems),
    ...searches(state, schema, problems),
  };
  const outer = state.outer.type ? resampling('outer', state.outer, resamplerOptions(schema.resampler, state.outer.type), kept.outer, problems) : null;
  return {
    ...section('hyperparameters', hyperparameters),
    ...(outer ? { outer_resampling_config: outer } : {}),
    ...section('tuner_config', tuner(state, schema, problems)),
    ...section('preprocessor_config', { ...kept.preprocessing, ...values('preprocessing', schema.preprocessor, state.preprocessing, problems) }),
    ...section('decomposition_config', decomposition(state, schema, problems)),
    ...(state.weights ? { weights: state.weights } : {}),
    ...(state.positiveClass ? { positive_class: state.positiveClass } : {}),
    ...section('execution_config', { ...kept.execution, ...values('execution', schema.execution, state.execution, problems) }),
  };
}

function unsupervised(state: FormState, schema: Schema, problems: FormProblem[]): Json {
  if (state.features?.length === 0) problems.push({ field: 'features', label: 'Features', text: 'must be at least one column' });
  return {
    ...section('config', { ...state.kept.options, ...values('options', schema.algorithm, state.options, problems) }),
    ...(state.features?.length ? { features: [...state.features] } : {}),
  };
}

function section(name: string, members: Json): Json {
  return Object.keys(members).length > 0 ? { [name]: members } : {};
}

/** The values that were typed and differ from the defaults. */
function values(part: string, options: readonly Option[], texts: Texts, problems: FormProblem[], always: readonly string[] = []): Json {
  const members: Json = {};
  for (const option of options) {
    const reading = readOption(option, texts[option.name] ?? '');
    if (reading.state === 'problem') problems.push({ field: `${part}.${option.name}`, label: option.label, text: reading.problem });
    else if (reading.state === 'value' && (isSent(option, reading.value) || always.includes(option.name))) members[option.name] = reading.value;
    else if (always.includes(option.name)) members[option.name] = option.default;
  }
  return members;
}

function searches(state: FormState, schema: Schema, problems: FormProblem[]): Json {
  const members: Json = {};
  for (const option of searchedOptions(state, schema)) {
    const candidates = readCandidates(option, state.search[option.name] ?? '');
    if (candidates.problem === null) members[option.name] = { candidates: candidates.values };
    else problems.push({ field: `search.${option.name}`, label: option.label, text: candidates.problem });
  }
  return members;
}

// The type and the number always go along: a record is easier to read with them.
function resampling(part: string, chosen: { type: string; options: Texts }, options: readonly Option[], kept: Json, problems: FormProblem[]): Json {
  return { type: chosen.type, ...kept, ...values(part, options, chosen.options, problems, ['n_resamples']) };
}

function tuner(state: FormState, schema: Schema, problems: FormProblem[]): Json {
  if (!isSearched(state, schema)) return {};
  const { inner, metric, randomized } = state.tuner;
  const share = randomized.trim();
  const p = Number(share);
  if (share && !(p > 0 && p < 1)) problems.push({ field: 'tuner.randomized', label: 'Share of combinations', text: 'must be more than 0 and less than 1' });
  const options = innerOptions(schema, inner.type);
  const innerConfig = resampling('inner', inner, options, state.kept.inner, problems);
  const settings: Json = {
    ...state.kept.tuner,
    ...(metric ? { metric, ...direction(metric) } : {}),
    ...(share ? { search_type: 'randomized', randomize_p: p } : {}),
  };
  const plain = Object.keys(settings).length === 0 && inner.type === 'KFold' && isPlain(innerConfig, options);
  return plain ? {} : { type: 'GridSearch', config: { resampler_config: innerConfig, ...settings } };
}

// rtemis minimizes what it does not know to be a score; AUC is among it.
function direction(metric: string): Json {
  const larger = isLargerBetter(metric);
  return larger === undefined ? {} : { maximize: larger };
}

function isPlain(config: Json, options: readonly Option[]): boolean {
  return Object.entries(config).every(([name, value]) => name === 'type' || options.some((o) => o.name === name && !isSent(o, value)));
}

function decomposition(state: FormState, schema: Schema, problems: FormProblem[]): Json {
  const { algorithm, options } = state.decomposition;
  if (!algorithm) return {};
  const config = { ...state.kept.decompositionOptions, ...values('decomposition', schema.decomposition, options, problems) };
  return { ...state.kept.decomposition, algorithm, ...section('config', config) };
}
