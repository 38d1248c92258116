import { betterWhen } from '../format/metrics';

const regression = ['mse', 'rmse', 'mae', 'rsq'];
const manyClasses = ['balanced_accuracy', 'accuracy', 'f1'];
const twoClasses = [...manyClasses, 'auc', 'sensitivity', 'specificity', 'ppv', 'npv', 'brier_score'];

/** The metrics that a search can go by; the first is what the server takes when none is named. */
export function metricsFor(task: { kind: 'regression' | 'classification'; classes: number }): readonly string[] {
  if (task.kind === 'regression') return regression;
  return task.classes === 2 ? twoClasses : manyClasses;
}

/** Whether more is better; undefined for a metric that the page does not know. */
export function isLargerBetter(name: string): boolean | undefined {
  const better = betterWhen(name);
  return better === null ? undefined : better === 'higher';
}

// rtemis takes the others for errors when it is not told, AUC and F1 too.
const maximizedUntold: ReadonlySet<string> = new Set(['accuracy', 'balanced_accuracy', 'rsq', 'r']);

/** What rtemis does with a metric when the request does not say. */
export function isMaximizedUntold(name: string): boolean {
  return maximizedUntold.has(name);
}
