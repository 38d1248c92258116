import { numbers, texts, type Columns } from './columns';
import { splits, type Split } from './metrics';

/** Predictions of numbers on one part of the data. Residuals are actual minus predicted. */
export interface Fit {
  split: Split;
  actual: number[];
  predicted: number[];
  residuals: number[];
}

/** The part that each row is of. A prediction has no such column: all of its cases are new ones. */
function partsOf(columns: Columns): string[] {
  if (columns.has('split')) return texts(columns, 'split');
  return Array.from({ length: columns.get('predicted')?.length ?? 0 }, () => 'test');
}

/** Slice `predictions` of a regression by split, those that tell most first; cases without both numbers are left out. */
export function fits(columns: Columns): Fit[] {
  const [split, actual, predicted] = [partsOf(columns), numbers(columns, 'actual'), numbers(columns, 'predicted')];
  return splits.flatMap((part) => {
    const fit: Fit = { split: part, actual: [], predicted: [], residuals: [] };
    for (let i = 0; i < actual.length; i++) {
      const [a, p] = [actual[i] ?? NaN, predicted[i] ?? NaN];
      if (split[i] !== part || !Number.isFinite(a) || !Number.isFinite(p)) continue;
      fit.actual.push(a);
      fit.predicted.push(p);
      fit.residuals.push(a - p);
    }
    return fit.actual.length > 0 ? [fit] : [];
  });
}

/** The probabilities that the cases of each true class were given for one class. */
export interface Probabilities {
  split: Split;
  /** The class that the probabilities are of. */
  level: string;
  /** One group without a name where the true classes are not known. */
  byClass: { level: string; values: number[] }[];
}

const prefix = 'prob_';

/** The classes that a table of predictions has probabilities of. */
export function probabilityLevels(names: readonly string[]): string[] {
  return names.filter((n) => n.startsWith(prefix)).map((n) => n.slice(prefix.length));
}

/** The probabilities of one class in one part of the data, by true class. */
export function probabilities(columns: Columns, split: Split, level: string): Probabilities {
  const [parts, actual, values] = [partsOf(columns), texts(columns, 'actual'), numbers(columns, prefix + level)];
  const byClass = new Map<string, number[]>();
  for (let i = 0; i < values.length; i++) {
    const value = values[i] ?? NaN;
    if (parts[i] !== split || !Number.isFinite(value)) continue;
    const known = byClass.get(actual[i] ?? '');
    if (known) known.push(value);
    else byClass.set(actual[i] ?? '', [value]);
  }
  return { split, level, byClass: [...byClass].map(([name, of]) => ({ level: name, values: of })).sort((a, b) => a.level.localeCompare(b.level)) };
}

/** The parts of the data that a table of predictions has, those that tell most first. */
export function splitsOf(columns: Columns): Split[] {
  const there = new Set(partsOf(columns));
  return splits.filter((s) => there.has(s));
}
