import type { AlgorithmEntry, ColumnInfo, DataDescription } from '../wire/messages';

/** What a table's last column asks for. */
export interface Task {
  kind: 'classification' | 'regression';
  outcome: string;
  /** Classes of a classification; 0 for a regression. */
  classes: number;
  /** The classes where all of them are known: there are three at most. */
  levels: string[];
  /** In words, such as "Classification of Species (3 classes)". */
  words: string;
}

/** The task of a table, or null where its last column cannot be an outcome. */
export function taskOf(data: DataDescription): Task | null {
  const outcome = data.columns.at(-1);
  if (!outcome || data.columns.length < 2) return null;
  if (outcome.type === 'integer' || outcome.type === 'double')
    return { kind: 'regression', outcome: outcome.name, classes: 0, levels: [], words: `Regression of ${outcome.name}` };
  if (outcome.type !== 'factor') return null;
  const classes = outcome.n_unique;
  return { kind: 'classification', outcome: outcome.name, classes, levels: levelsOf(outcome), words: `Classification of ${outcome.name} (${classes} classes)` };
}

function levelsOf(column: ColumnInfo): string[] {
  const top = column.summary && 'top' in column.summary ? Object.keys(column.summary.top) : [];
  return top.length === column.n_unique ? top.sort() : [];
}

/** What keeps a table from being trained on, in words that say what to do. */
export function obstaclesOf(data: DataDescription): string[] {
  const outcome = data.columns.at(-1);
  if (!outcome) return ['The table has no columns.'];
  const found: string[] = [];
  if (data.columns.length < 2) found.push('Training needs at least one column beside the outcome.');
  if (!['integer', 'double', 'factor'].includes(outcome.type)) found.push(`The outcome ${outcome.name} has to be numbers or categories; it is of type ${outcome.type}.`);
  if (outcome.type === 'factor' && outcome.n_unique < 2) found.push(`The outcome ${outcome.name} has one class only.`);
  if (outcome.n_missing > 0) found.push(`The outcome ${outcome.name} has ${outcome.n_missing} missing ${outcome.n_missing === 1 ? 'value' : 'values'}: remove those cases first.`);
  const odd = features(data).filter((c) => !['integer', 'double', 'factor'].includes(c.type));
  if (odd.length > 0) found.push(`Only numbers and categories can be trained on; ${listed(odd.map((c) => `${c.name} (${c.type})`))} ${odd.length === 1 ? 'is' : 'are'} neither.`);
  return found;
}

const features = (data: DataDescription): ColumnInfo[] => data.columns.slice(0, -1);

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 4);
  return names.length > 4 ? `${shown.join(', ')} and ${names.length - 4} more` : shown.join(', ');
}

// rtemis's catalogue does not tell these; its learners refuse such data when they see it.
const twoClassesOnly = new Set(['GLM', 'GAM', 'NNLS', 'Isotonic', 'LINAD', 'LINADForest', 'GLMTree', 'HAL', 'MonotonicHAL', 'BART', 'SuperLearner', 'ModalityStacking', 'ConditionalSuperLearner']);
const copesWithMissing = new Set(['CART', 'LightCART', 'LightRF', 'LightGBM', 'LightRuleFit', 'SuperLearner', 'ModalityStacking', 'ConditionalSuperLearner']);
const refusesWeights = new Set(['KNN', 'LinearSVM', 'RadialSVM', 'Isotonic', 'SPLS']);

/** Why an algorithm cannot do the task, or null. */
export function unsuitable(entry: AlgorithmEntry, task: Task | null, data: DataDescription | null): string | null {
  if (!task) return null;
  if (task.kind === 'regression' && entry.supports_regression === false) return 'not for regression';
  if (task.kind === 'classification' && entry.supports_classification === false) return 'not for classification';
  if (task.classes > 2 && twoClassesOnly.has(entry.name)) return 'for two classes only';
  if (entry.name === 'Isotonic' && data && data.cols > 2) return 'for one feature only';
  return null;
}

/** What an algorithm will stumble over unless something is done, or null. */
export function cautionOf(algorithm: string, data: DataDescription, done: { imputed: boolean; weights: boolean }): string | null {
  const missing = features(data).filter((c) => c.n_missing > 0);
  if (missing.length > 0 && !copesWithMissing.has(algorithm) && !done.imputed)
    return `${algorithm} does not take missing values; ${listed(missing.map((c) => c.name))} ${missing.length === 1 ? 'has' : 'have'} some. Fill them in or choose an algorithm that copes, such as CART.`;
  if (done.weights && refusesWeights.has(algorithm)) return `${algorithm} does not take weights of cases.`;
  return null;
}

// What gives a first answer quickly and takes most tables as they are.
const first = { train: ['CART', 'LightRF', 'GLM'], decomp: ['PCA'], cluster: ['KMeans'] } as const;

/** The algorithm that is chosen until a person chooses. */
export function firstAlgorithm(type: keyof typeof first, entries: readonly AlgorithmEntry[], task: Task | null, data: DataDescription | null): string {
  const usable = entries.filter((e) => unsuitable(e, task, data) === null);
  return first[type].find((name) => usable.some((e) => e.name === name)) ?? usable[0]?.name ?? '';
}
