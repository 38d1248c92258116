import { numbers, texts, type Columns } from './columns';
import { meanOf, sdOf } from './spread';

export interface Importance {
  variable: string;
  mean: number;
  /** Over resamples; null of a single model. */
  sd: number | null;
  /** One a resample that has the variable; empty of a single model. */
  folds: { fold: string; value: number }[];
}

/** The measures that a table of importance has. */
export function measures(names: readonly string[]): string[] {
  return names.filter((n) => n !== 'variable' && n !== 'fold');
}

/** Slice `varimp` by variable, the largest in size first. A linear model's intercept is no variable. */
export function importances(columns: Columns, measure: string): Importance[] {
  const [variables, folds, values] = [texts(columns, 'variable'), texts(columns, 'fold'), numbers(columns, measure)];
  const found = new Map<string, { fold: string; value: number }[]>();
  for (let i = 0; i < variables.length; i++) {
    const [variable, value] = [variables[i] ?? '', values[i] ?? NaN];
    if (variable === '(Intercept)' || !Number.isFinite(value)) continue;
    const entry = { fold: folds[i] ?? '', value };
    const known = found.get(variable);
    if (known) known.push(entry);
    else found.set(variable, [entry]);
  }
  const resampled = columns.has('fold');
  const all = [...found].map(([variable, entries]) => {
    const of = entries.map((e) => e.value);
    return { variable, mean: meanOf(of) ?? 0, sd: resampled ? sdOf(of) : null, folds: resampled ? entries : [] };
  });
  return all.sort((a, b) => Math.abs(b.mean) - Math.abs(a.mean));
}
