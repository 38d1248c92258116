import { jsonSlice } from '../format/json-slice';
import { objectAt } from '../format/json';
import { keepsModel, modelJobOf, noModelWords, requestOf } from '../state/requests';
import { plural } from '../format/words';
import type { CellKind } from '../ui/grid-window';
import type { Api } from '../wire/methods';
import { columnsOf, type ColumnKinds } from './columns';

/** A model that is to predict. */
export interface Model {
  /** The job that trained it. */
  job: string;
  algorithm: string;
  /** The table that it learned from, which may be gone. */
  table: string;
  /** The columns that a table must have, and of what kind, where they are known. */
  features: ColumnKinds;
  /** The column that it predicts; null when it is not known. */
  outcome: string | null;
}

/** A prediction that can be asked for: a model and, where an earlier one is asked for again, what that one had. */
export interface Start {
  model: Model;
  table: string;
  question: string;
}

/** Reads what a prediction begins with out of a training job, or out of an earlier prediction. */
export async function readStart(api: Api, from: string): Promise<Start> {
  const request = await requestOf(api, from);
  const again = modelJobOf(request);
  const { data_handle: table, question } = again === null ? {} : request.params;
  return { model: await readModel(api, again ?? from), table: text(table), question: text(question) };
}

async function readModel(api: Api, job: string): Promise<Model> {
  const request = await requestOf(api, job);
  if (!keepsModel(request)) throw new Error(noModelWords);
  const table = text(request.params['data_handle']);
  const [told, kinds] = await Promise.all([
    jsonSlice(api, job, 'record'),
    // It may have been deleted since: then the kinds of its columns are not known.
    columnsOf(api, table).catch((): ColumnKinds => new Map()),
  ]);
  const data = 'document' in told ? objectAt(told.document, 'provenance', 'data_training') : null;
  // The features in the order of the table, then the outcome: as they were before any preprocessing.
  const names = [data?.['column_names'] ?? []].flat().filter((n) => typeof n === 'string');
  const features = new Map(names.slice(0, -1).map((name) => [name, kinds.get(name) ?? null]));
  return { job, algorithm: text(request.params['algorithm']), table, features, outcome: names.at(-1) ?? null };
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** How a table suits a model. */
export interface Fitness {
  /** Columns of the model that it lacks. */
  lacks: string[];
  /** Columns that are numbers to one and categories to the other. */
  differ: string[];
  /** Whether it has the outcome, so that predictions can be compared with it. */
  hasOutcome: boolean;
}

export function fitnessOf(model: Model, table: ColumnKinds): Fitness {
  const features = [...model.features];
  return {
    lacks: features.filter(([name]) => !table.has(name)).map(([name]) => name),
    differ: features.filter(([name, kind]) => differ(kind, table.get(name))).map(([name]) => name),
    hasOutcome: model.outcome !== null && table.has(model.outcome),
  };
}

export const suits = ({ lacks, differ }: Fitness): boolean => lacks.length === 0 && differ.length === 0;

// Numbers of any type suit numbers; what is not known is no reason to refuse.
function differ(a: CellKind | null, b: CellKind | null | undefined): boolean {
  return Boolean(a && b) && (a === 'text') !== (b === 'text');
}

const mostNamed = 12;

/** How a table suits a model, in a sentence. */
export function fitnessWords(model: Model, handle: string, { lacks, differ, hasOutcome }: Fitness): string {
  if (lacks.length > 0) return `Unsuitable: it lacks ${plural(lacks.length, 'column')} of the model: ${named(lacks)}.`;
  if (differ.length > 0) return `Unsuitable: ${named(differ)} ${differ.length === 1 ? 'has' : 'have'} another type than the model learned from.`;
  if (handle === model.table) return 'The model learned from it: expect worse on new data.';
  if (model.outcome === null) return '';
  return hasOutcome ? `It has ${model.outcome}: the predictions are compared with it.` : `Without ${model.outcome}: there are predictions, but nothing to compare them with.`;
}

function named(names: readonly string[]): string {
  return names.length > mostNamed ? `${names.slice(0, mostNamed).join(', ')} and ${names.length - mostNamed} more` : names.join(', ');
}
