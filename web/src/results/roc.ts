import { numbers, texts, type Columns } from './columns';
import { splits, type Split } from './metrics';

export interface RocCurve {
  split: Split;
  /** The class that is told from all others. */
  level: string;
  /** The resample; null over all cases. */
  fold: string | null;
  auc: number;
  points: [fpr: number, tpr: number][];
}

const aggregate = 'aggregate';

/** The curves of slice `roc`, in its order. */
export function rocCurves(columns: Columns): RocCurve[] {
  const [split, level, fold] = [texts(columns, 'split'), texts(columns, 'class'), texts(columns, 'fold')];
  const [fpr, tpr, auc] = [numbers(columns, 'fpr'), numbers(columns, 'tpr'), numbers(columns, 'auc')];
  const curves = new Map<string, RocCurve>();
  for (let i = 0; i < fpr.length; i++) {
    const part = splits.find((s) => s === split[i]);
    if (!part) continue;
    const key = JSON.stringify([part, level[i], fold[i]]);
    let curve = curves.get(key);
    if (!curve) {
      curve = { split: part, level: level[i] ?? '', fold: fold[i] === aggregate ? null : (fold[i] ?? null), auc: auc[i] ?? NaN, points: [] };
      curves.set(key, curve);
    }
    curve.points.push([fpr[i] ?? NaN, tpr[i] ?? NaN]);
  }
  return [...curves.values()];
}

/** At most about `most` points of a curve, both ends among them: more make no difference that can be seen. */
export function thinned<T>(points: readonly T[], most = 500): T[] {
  if (points.length <= most) return [...points];
  const step = (points.length - 1) / (most - 1);
  return Array.from({ length: most }, (_, i) => points[Math.round(i * step)] as T);
}

export interface AucRow {
  level: string;
  /** Over all cases. */
  whole: number | null;
  /** One a resample. */
  folds: number[];
}

/** The areas under the curves, by class. */
export function aucRows(curves: readonly RocCurve[]): AucRow[] {
  return [...new Set(curves.map((c) => c.level))].map((level) => {
    const of = curves.filter((c) => c.level === level);
    return { level, whole: of.find((c) => c.fold === null)?.auc ?? null, folds: of.filter((c) => c.fold !== null).map((c) => c.auc) };
  });
}

/** The true positive rate of a curve at a false positive rate, the upper one where the curve goes straight up. */
export function tprAt({ points }: RocCurve, fpr: number): number {
  const after = points.findIndex(([x]) => x > fpr);
  const [x2, y2] = (after < 0 ? points.at(-1) : points[after]) ?? [1, 1];
  const [x1, y1] = (after < 0 ? points.at(-1) : points[after - 1]) ?? [0, 0];
  return x2 > x1 ? y1 + ((fpr - x1) / (x2 - x1)) * (y2 - y1) : y2;
}
