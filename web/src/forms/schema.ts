import type { LearningType, ParameterInfo } from '../wire/messages';
import { executionOptions } from './execution';
import { optionOf, type Option } from './parameter';
import type { Schema } from './state';

/** What the describe answers say, each where it applies. */
export interface Descriptions {
  algorithm?: readonly ParameterInfo[];
  resampler?: readonly ParameterInfo[];
  preprocessor?: readonly ParameterInfo[];
  decomposition?: readonly ParameterInfo[];
}

// The page's own section chooses features for a job of its own; a matrix to start at can't be sent.
const notInForms: ReadonlySet<string> = new Set(['features', 'Y_init']);

/** The options of a form. */
export function schemaOf(type: LearningType, answers: Descriptions): Schema {
  const options = (infos: readonly ParameterInfo[] | undefined): Option[] => (infos ?? []).map(optionOf);
  const algorithm = options(answers.algorithm);
  return {
    algorithm: type === 'train' ? algorithm : algorithm.filter((o) => !notInForms.has(o.name)),
    resampler: options(answers.resampler),
    // Left out, centering does what scaling does.
    preprocessor: options(answers.preprocessor).map((o) => (o.name === 'center' ? { ...o, follows: 'scale' } : o)),
    decomposition: options(answers.decomposition),
    execution: executionOptions,
  };
}
