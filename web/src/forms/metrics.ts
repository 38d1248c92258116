export interface Metric {
  name: string;
  label: string;
  /** Whether more is better. */
  larger: boolean;
}

const metric = (name: string, label: string, larger: boolean): Metric => ({ name, label, larger });

const regression = [metric('mse', 'Mean squared error', false), metric('rmse', 'Root mean squared error', false), metric('mae', 'Mean absolute error', false), metric('rsq', 'R squared', true)];
const manyClasses = [metric('balanced_accuracy', 'Balanced accuracy', true), metric('accuracy', 'Accuracy', true), metric('f1', 'F1', true)];
const twoClasses = [
  ...manyClasses,
  metric('auc', 'AUC', true),
  metric('sensitivity', 'Sensitivity', true),
  metric('specificity', 'Specificity', true),
  metric('ppv', 'Positive predictive value', true),
  metric('npv', 'Negative predictive value', true),
  metric('brier_score', 'Brier score', false),
];

/** The metrics that a search can go by; the first is what the server takes when none is named. */
export function metricsFor(task: { kind: 'regression' | 'classification'; classes: number }): readonly Metric[] {
  if (task.kind === 'regression') return regression;
  return task.classes === 2 ? twoClasses : manyClasses;
}

const all = new Map([...regression, ...twoClasses].map((m) => [m.name, m]));

/** Whether more is better; undefined for a metric that the page does not know. */
export function isLargerBetter(name: string): boolean | undefined {
  return all.get(name)?.larger;
}

// rtemis takes the others for errors when it is not told, AUC and F1 too.
const maximizedUntold: ReadonlySet<string> = new Set(['accuracy', 'balanced_accuracy', 'rsq', 'r']);

/** What rtemis does with a metric when the request does not say. */
export function isMaximizedUntold(name: string): boolean {
  return maximizedUntold.has(name);
}
