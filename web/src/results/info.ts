import type { JsonObject } from '../format/json';
import type { JobType } from '../wire/messages';
import { decompositionMetrics } from './decomposition';
import type { Results, SliceShape } from './load';
import { readMetrics, type SplitMetrics, type Values } from './metrics';
import { probabilityLevels } from './predictions';
import { readTuning, type Tuning } from './tuning';

/** What a result has, known before any of its tables is read. */
export type ResultInfo = TrainInfo | DecompInfo | ClusterInfo | PredictInfo;

interface Common {
  /** Null when it is too large to be told. */
  record: JsonObject | null;
}

interface Supervised extends Common {
  /** What was predicted: classes, or numbers. */
  outcome: 'classes' | 'numbers';
  /** None where the outcome of no case is known. */
  metrics: readonly SplitMetrics[];
  predictions: SliceShape;
  roc: SliceShape;
}

export interface TrainInfo extends Supervised {
  type: 'train';
  tuning: Tuning | null;
  varimp: SliceShape;
}

export interface PredictInfo extends Supervised {
  type: 'predict';
  /** Null when it is too large to be told. */
  summary: JsonObject | null;
}

export interface DecompInfo extends Common {
  type: 'decomp';
  metrics: Values;
  transformed: SliceShape;
  loadings: SliceShape;
}

export interface ClusterInfo extends Common {
  type: 'cluster';
  assignments: SliceShape;
}

export async function readInfo(results: Results, type: JobType): Promise<ResultInfo> {
  if (type === 'train') {
    const [told, varimp] = await Promise.all([readSupervised(results, results.document('metrics')), results.shape('varimp')]);
    return { type, ...told, tuning: told.record && readTuning(told.record), varimp };
  }
  if (type === 'predict') {
    const summary = await results.document('summary');
    // A table without the outcome has no metrics to ask for.
    const judged = summary ? 'metrics_test' in summary : (await results.shape('predictions')).columns.includes('actual');
    return { type, ...(await readSupervised(results, judged ? results.document('metrics') : null)), summary };
  }
  const record = results.document('record');
  if (type === 'decomp') {
    const [known, transformed, loadings] = await Promise.all([record, results.shape('transformed'), results.shape('loadings')]);
    return { type, record: known, metrics: known ? decompositionMetrics(known) : new Map(), transformed, loadings };
  }
  const [known, assignments] = await Promise.all([record, results.shape('assignments')]);
  return { type, record: known, assignments };
}

async function readSupervised(results: Results, asked: Promise<JsonObject | null> | null): Promise<Supervised> {
  const [told, record, predictions, roc] = await Promise.all([asked, results.document('record'), results.shape('predictions'), results.shape('roc')]);
  const metrics = told ? readMetrics(told) : [];
  const isClasses = metrics.some((m) => m.confusion.length > 0) || probabilityLevels(predictions.columns).length > 0;
  return { outcome: isClasses ? 'classes' : 'numbers', metrics, record, predictions, roc };
}

/** The tabs of a result, those that it has something for. */
export function tabsOf(info: ResultInfo): { id: string; label: string }[] {
  const tab = (id: string, label: string, there: boolean) => (there ? [{ id, label }] : []);
  switch (info.type) {
    case 'train':
    case 'predict':
      return [
        ...tab('overview', 'Overview', true),
        ...tab('metrics', 'Metrics', info.metrics.length > 0),
        ...tab('confusion', 'Confusion', info.metrics.some((m) => m.confusion.length > 0)),
        ...tab('roc', 'ROC', info.roc.rows > 0),
        ...tab('predictions', 'Predictions', info.predictions.rows > 0),
        ...tab('importance', 'Importance', info.type === 'train' && info.varimp.rows > 0),
        ...tab('tuning', 'Tuning', info.type === 'train' && info.tuning !== null),
      ];
    case 'decomp':
      return [
        ...tab('scatter', 'Scatter', info.transformed.columns.length > 1 && info.transformed.rows > 0),
        ...tab('scree', 'Scree', info.transformed.rows > 0),
        ...tab('loadings', 'Loadings', info.loadings.rows > 0),
        ...tab('table', 'Table', info.transformed.rows > 0),
        ...tab('metrics', 'Metrics', info.metrics.size > 0),
      ];
    case 'cluster':
      return [...tab('scatter', 'Scatter', info.assignments.rows > 0), ...tab('sizes', 'Sizes', info.assignments.rows > 0), ...tab('table', 'Table', info.assignments.rows > 0)];
  }
}
