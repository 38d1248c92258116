import { foldValues, type Split, type SplitMetrics } from './metrics';

/** A metric that is worth a large number. */
export interface Headline {
  name: string;
  value: number | null;
  sd: number | null;
  /** One a resample. */
  folds: (number | null)[];
  /** The same metric on the data of training, where another split is shown. */
  training: number | null;
}

const worth = [
  ['balanced_accuracy', 'auc', 'f1', 'accuracy', 'sensitivity', 'specificity'],
  ['rsq', 'rmse', 'mae'],
  ['concordance'],
];

/** The metrics to be seen first, of the split that tells most: test before validation before training. */
export function headlines(metrics: readonly SplitMetrics[]): { split: Split; items: Headline[] } | null {
  const [shown] = metrics;
  if (!shown) return null;
  const training = metrics.find((m) => m.split === 'training' && m !== shown);
  const group = worth.find((names) => names.some((n) => shown.overall.has(n))) ?? [...shown.overall.keys()].slice(0, 3);
  const items = group
    .filter((name) => shown.overall.has(name))
    .map((name) => ({
      name,
      value: shown.overall.get(name) ?? null,
      sd: shown.sd?.get(name) ?? null,
      folds: foldValues(shown, name),
      training: training?.overall.get(name) ?? null,
    }));
  return { split: shown.split, items };
}
