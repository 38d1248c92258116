import { numbers, type Columns } from './columns';

/** The number that cases outside of all clusters have. */
export const noise = 0;

export interface ClusterSize {
  cluster: number;
  n: number;
  share: number;
}

/** Slice `assignments` by cluster, noise last. */
export function clusterSizes(columns: Columns): ClusterSize[] {
  const counts = new Map<number, number>();
  const clusters = numbers(columns, 'cluster');
  for (const c of clusters) counts.set(c, (counts.get(c) ?? 0) + 1);
  const order = (c: number) => (c === noise ? Infinity : c);
  return [...counts].map(([cluster, n]) => ({ cluster, n, share: n / clusters.length })).sort((a, b) => order(a.cluster) - order(b.cluster));
}

export function clusterLabel(cluster: number): string {
  return cluster === noise ? 'Noise' : `Cluster ${cluster}`;
}

/**
 * How far a column tells clusters apart: the part of its variance that lies between clusters, from 0 to 1. Noise is left out.
 */
export function separation(values: readonly number[], clusters: readonly number[]): number {
  const groups = new Map<number, { n: number; sum: number }>();
  let n = 0;
  let sum = 0;
  let squares = 0;
  values.forEach((v, i) => {
    const cluster = clusters[i];
    if (!Number.isFinite(v) || cluster === undefined || cluster === noise) return;
    const group = groups.get(cluster) ?? { n: 0, sum: 0 };
    group.n++;
    group.sum += v;
    groups.set(cluster, group);
    n++;
    sum += v;
    squares += v * v;
  });
  const total = squares - (sum * sum) / n;
  if (!(n > 0 && total > 0)) return 0;
  const between = [...groups.values()].reduce((all, g) => all + (g.sum * g.sum) / g.n, 0) - (sum * sum) / n;
  return Math.min(1, Math.max(0, between / total));
}
