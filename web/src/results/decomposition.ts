import { numbers, texts, type Columns } from './columns';
import { valuesOf, rowsOf, type Values } from './metrics';
import { objectAt, type JsonObject } from '../format/json';

/** The metrics of a decomposition, out of its summary or record, without those that it cannot have. */
export function decompositionMetrics(document: JsonObject): Values {
  const row = rowsOf(objectAt(document, 'metrics')?.['metrics'])[0] ?? {};
  return new Map([...valuesOf(row)].filter(([, v]) => v !== null));
}

export interface ComponentShare {
  component: string;
  /** Part of the variance, between 0 and 1. */
  share: number;
  cumulative: number;
}

/**
 * The part of variance that each component explains: the variances of the scores, scaled so that they add up to what the whole explains.
 * @param explained The metric `explained_variance_ratio`; where there is none, shares are of the scores' own variance.
 */
export function componentShares(columns: Columns, explained: number | null): ComponentShare[] {
  const variances = [...columns.keys()].map((component) => ({ component, variance: varianceOf(numbers(columns, component)) }));
  const total = variances.reduce((sum, v) => sum + v.variance, 0);
  let cumulative = 0;
  return variances.map(({ component, variance }) => {
    const share = total > 0 ? (variance / total) * (explained ?? 1) : 0;
    cumulative += share;
    return { component, share, cumulative };
  });
}

function varianceOf(values: readonly number[]): number {
  let n = 0;
  let mean = 0;
  let squares = 0;
  for (const v of values) {
    if (!Number.isFinite(v)) continue;
    n++;
    const by = v - mean;
    mean += by / n;
    squares += by * (v - mean);
  }
  return n > 1 ? squares / (n - 1) : 0;
}

export interface Loadings {
  variables: string[];
  components: string[];
  /** By variable, then component. */
  values: number[][];
  /** The largest size of all. */
  largest: number;
}

export function readLoadings(columns: Columns): Loadings {
  const variables = texts(columns, 'variable');
  const components = [...columns.keys()].filter((c) => c !== 'variable');
  const byComponent = components.map((c) => numbers(columns, c));
  const values = variables.map((_, i) => byComponent.map((v) => v[i] ?? NaN));
  return { variables, components, values, largest: values.flat().reduce((most, v) => (Math.abs(v) > most ? Math.abs(v) : most), 0) };
}
