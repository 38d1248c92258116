import type { Option } from './parameter';

/** What each way of holding cases out is, in a sentence. */
const types: Readonly<Record<string, { label: string; help: string; options: readonly string[] }>> = {
  KFold: {
    label: 'K-fold cross-validation',
    help: 'Each case is held out once.',
    options: ['n_resamples', 'stratify_var', 'strat_n_bins', 'id_strat', 'seed'],
  },
  StratSub: {
    label: 'Stratified subsampling',
    help: 'A random share of the cases trains, the rest tests, again and again.',
    options: ['n_resamples', 'train_p', 'stratify_var', 'strat_n_bins', 'id_strat', 'seed'],
  },
  StratBoot: {
    label: 'Stratified bootstrap',
    help: 'A stratified share of the cases, filled up with repeats, trains; the rest tests.',
    options: ['n_resamples', 'train_p', 'stratify_var', 'strat_n_bins', 'target_length', 'id_strat', 'seed'],
  },
  Bootstrap: {
    label: 'Bootstrap',
    help: 'As many cases as there are, drawn with repeats, train; those not drawn test.',
    options: ['n_resamples', 'id_strat', 'seed'],
  },
  LOOCV: { label: 'Leave one out', help: 'One fit per case: slow for more than a few hundred cases.', options: [] },
};

// Positions in one table: they have no form that can be sent.
const unsendable: ReadonlySet<string> = new Set(['Custom']);

export interface ResamplerChoice {
  type: string;
  label: string;
  help: string;
}

/** The types that the server offers. */
export function resamplerChoices(resampler: readonly Option[]): ResamplerChoice[] {
  const offered = resampler.find((o) => o.name === 'type')?.choices ?? [];
  return offered.filter((t) => !unsendable.has(t)).map((type) => ({ type, label: types[type]?.label ?? type, help: types[type]?.help ?? '' }));
}

/** The options that a type has; none for one that the server does not offer. */
export function resamplerOptions(resampler: readonly Option[], type: string): Option[] {
  if (!resamplerChoices(resampler).some((c) => c.type === type)) return [];
  const names = types[type]?.options;
  return resampler.filter((o) => o.name !== 'type' && o.name !== 'resamples' && !o.name.startsWith('verbos') && (!names || names.includes(o.name)));
}
