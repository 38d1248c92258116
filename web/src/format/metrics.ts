import { sentence } from './words';

const labels: Record<string, string> = {
  auc: 'AUC',
  ppv: 'Positive predictive value',
  npv: 'Negative predictive value',
  f1: 'F1',
  mae: 'Mean absolute error',
  mse: 'Mean squared error',
  rmse: 'Root mean squared error',
  rsq: 'R squared',
  concordance: 'Concordance',
  brier_score: 'Brier score',
  reconstruction_rmse: 'Reconstruction RMSE',
};

export function metricLabel(name: string): string {
  return labels[name] ?? sentence(name);
}

const higher = new Set(['sensitivity', 'specificity', 'balanced_accuracy', 'accuracy', 'ppv', 'npv', 'f1', 'auc', 'rsq', 'concordance']);
const lower = new Set(['brier_score', 'mae', 'mse', 'rmse', 'logloss', 'log_loss', 'relative_reconstruction_error', 'reconstruction_rmse']);
const higherOfDecompositions = new Set(['explained_variance_ratio', 'oos_explained_variance_ratio']);

/** Which way a metric is better; null where neither is. */
export function betterWhen(name: string): 'higher' | 'lower' | null {
  if (lower.has(name) || lower.has(name.replace(/^oos_/, ''))) return 'lower';
  return higher.has(name) || higherOfDecompositions.has(name) ? 'higher' : null;
}

/** The places of the best values, ties and all; none where no direction is better, or there is nothing to compare. */
export function bestOf(name: string, values: readonly (number | null)[]): ReadonlySet<number> {
  const direction = betterWhen(name);
  const known = values.filter((v): v is number => v !== null);
  if (!direction || known.length < 2) return new Set();
  const best = direction === 'higher' ? Math.max(...known) : Math.min(...known);
  const places = values.flatMap((v, i) => (v === best ? [i] : []));
  return new Set(places.length === values.length ? [] : places);
}

const mainMetrics = ['balanced_accuracy', 'rsq', 'concordance', 'explained_variance_ratio'];

/** The metric to look at first, of those that there are. */
export function mainMetric(names: readonly string[]): string | null {
  return mainMetrics.find((m) => names.includes(m)) ?? names[0] ?? null;
}
