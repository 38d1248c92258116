import type { JobRequest, JsonValue, LearningType } from '../wire/messages';
import { writeCandidates } from './candidates';
import { isLargerBetter, isMaximizedUntold } from './metrics';
import { writeOption, type Option } from './parameter';
import { resamplerOptions } from './resampling';
import { emptyState, type FormState, type Json, type ResamplingState, type Schema, type Texts } from './state';
import { innerOptions } from './tuning';

/** The algorithms whose options are needed to show a request. */
export function algorithmsOf(request: JobRequest): { algorithm: string; decomposition: string } {
  return { algorithm: text(request.params['algorithm']), decomposition: text(members(request.params['decomposition_config'])['algorithm']) };
}

/** The form that asks for the same as a request. What has no field is kept, and sent along with it. */
export function restoreState({ method, params }: JobRequest<LearningType>, schema: Schema): FormState {
  const state = emptyState(method);
  const rest = { ...params };
  const take = (name: string): JsonValue => {
    const value = rest[name] ?? null;
    delete rest[name];
    return value;
  };
  state.table = text(take('data_handle'));
  state.algorithm = text(take('algorithm'));
  state.question = text(take('question'));
  state.engine = text(take('engine'));
  if (method === 'train') restoreTraining(state, schema, take);
  else restoreUnsupervised(state, schema, take);
  // Null is as good as nothing.
  state.kept.params = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null));
  return state;
}

type Take = (name: string) => JsonValue;

function restoreTraining(state: FormState, schema: Schema, take: Take): void {
  state.weights = text(take('weights'));
  state.positiveClass = text(take('positive_class'));
  restoreHyperparameters(state, schema, members(take('hyperparameters')));
  const outer = take('outer_resampling_config');
  if (isObject(outer)) restoreResampling(state.outer, outer, (type) => resamplerOptions(schema.resampler, type), state.kept.outer);
  restoreTuner(state, schema, members(take('tuner_config')));
  texts(schema.preprocessor, members(take('preprocessor_config')), state.preprocessing, state.kept.preprocessing);
  const decomposition = members(take('decomposition_config'));
  state.decomposition.algorithm = text(decomposition['algorithm']);
  texts(schema.decomposition, members(decomposition['config']), state.decomposition.options, state.kept.decompositionOptions);
  state.kept.decomposition = without(decomposition, 'algorithm', 'config');
  texts(schema.execution, members(take('execution_config')), state.execution, state.kept.execution);
}

function restoreUnsupervised(state: FormState, schema: Schema, take: Take): void {
  const config = take('config');
  const hyperparameters = take('hyperparameters');
  texts(schema.algorithm, members(isObject(config) ? config : hyperparameters), state.options, state.kept.options);
  const features = take('features');
  if (Array.isArray(features)) state.features = features.map(String);
}

function restoreHyperparameters(state: FormState, schema: Schema, given: Json): void {
  // A record has them one level deeper, beside the algorithm's name.
  const flat = isObject(given['hyperparameters']) ? { ...without(given, 'algorithm', 'hyperparameters'), ...given['hyperparameters'] } : given;
  const fixed: Json = {};
  for (const [name, value] of Object.entries(flat)) {
    const candidates = isObject(value) && Array.isArray(value['candidates']) ? value['candidates'] : null;
    const option = schema.algorithm.find((o) => o.name === name && o.tunable);
    const written = candidates && option ? writeCandidates(option, candidates) : null;
    if (written === null) fixed[name] = value;
    else state.search[name] = written;
  }
  texts(schema.algorithm, fixed, state.options, state.kept.options);
}

function restoreTuner(state: FormState, schema: Schema, given: Json): void {
  const config = members(given['config']);
  const inner = config['resampler_config'] ?? null;
  if (isObject(inner)) restoreResampling(state.tuner.inner, inner, (type) => innerOptions(schema, type), state.kept.inner);
  const settings = without(config, 'resampler_config');
  const metric = text(settings['metric']);
  if (metric && isLargerBetter(metric) === (settings['maximize'] ?? isMaximizedUntold(metric))) {
    state.tuner.metric = metric;
    delete settings['metric'];
    delete settings['maximize'];
  }
  if (settings['search_type'] === 'randomized' && typeof settings['randomize_p'] === 'number') {
    state.tuner.randomized = String(settings['randomize_p']);
    delete settings['search_type'];
    delete settings['randomize_p'];
  } else if (settings['search_type'] === 'exhaustive') delete settings['search_type'];
  state.kept.tuner = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== null));
}

function restoreResampling(into: ResamplingState, given: Json, optionsOf: (type: string) => readonly Option[], kept: Json): void {
  into.type = text(given['type']) || 'KFold';
  texts(optionsOf(into.type), without(given, 'type'), into.options, kept);
}

/** Writes values into fields; those that have none, or do not fit in it, are kept. */
function texts(options: readonly Option[], given: Json, into: Texts, kept: Json): void {
  for (const [name, value] of Object.entries(given)) {
    const option = options.find((o) => o.name === name);
    const written = option ? writeOption(option, value) : null;
    if (written === null) kept[name] = value;
    else if (value !== null || option?.default !== null) into[name] = written;
  }
}

function isObject(value: JsonValue | undefined): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function members(value: JsonValue | undefined): Json {
  return isObject(value) ? value : {};
}

function without(given: Json, ...names: string[]): Json {
  return Object.fromEntries(Object.entries(given).filter(([name]) => !names.includes(name)));
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : '';
}
