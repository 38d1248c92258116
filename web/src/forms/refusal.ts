import { labelOf } from './labels';
import type { FormState, Schema } from './state';

/** What the server said no to: at a field of the form, or at none that could be found. */
export interface Refusal {
  field: string | null;
  text: string;
}

const ownFields: Readonly<Record<string, string>> = {
  data_handle: 'table',
  algorithm: 'algorithm',
  weights: 'weights',
  positive_class: 'positiveClass',
  features: 'features',
  question: 'question',
  engine: 'engine',
};

/** Takes a refusal apart and finds the fields that it is about. */
export function readRefusal(message: string, state: FormState, schema: Schema): Refusal[] {
  const about = message.replace(/^Could not build [\w ]+ config: /, '');
  const owner = /^<rtemis::(\w+)>/.exec(about)?.[1] ?? '';
  const parts = owner ? about.split(/\n- /).slice(1) : [about];
  return (parts.length > 0 ? parts : [about]).map((part) => readOne(part, owner, state, schema));
}

function readOne(text: string, owner: string, state: FormState, schema: Schema): Refusal {
  if (/^Features not in dataset/.test(text)) return { field: 'features', text };
  if (/^(Invalid algorithm|Unknown \w+ algorithm)/.test(text)) return { field: 'algorithm', text };
  const names = [...text.matchAll(/@([\w.]+)|`([\w.]+)`/g)].map((m) => m[1] ?? m[2] ?? '');
  for (const name of names) {
    const field = fieldOf(name, owner, state, schema);
    if (field) return { field, text: text.startsWith(`@${name} `) ? `${labelOf(name)} ${text.slice(name.length + 2)}` : text };
  }
  return { field: null, text };
}

function fieldOf(name: string, owner: string, state: FormState, schema: Schema): string | null {
  // An option may be called as a member of the request is, such as the weights of a clustering.
  const places = [
    ['options', /Hyperparameters|Config$/, schema.algorithm],
    ['outer', /KFold|Strat|Bootstrap|LOOCV|Resampler/, state.outer.type ? schema.resampler : []],
    ['preprocessing', /Preprocessor/, schema.preprocessor],
    ['decomposition', /Config$/, state.decomposition.algorithm ? schema.decomposition : []],
    ['execution', /Execution/, schema.execution],
  ] as const;
  const having = places.filter(([, , options]) => options.some((o) => o.name === name));
  const place = having.find(([, owners]) => owner !== '' && owners.test(owner)) ?? (owner === '' && name in ownFields ? undefined : having[0]);
  if (!place) return ownFields[name] ?? null;
  return place[0] === 'options' && name in state.search ? `search.${name}` : `${place[0]}.${name}`;
}
