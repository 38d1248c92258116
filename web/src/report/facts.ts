import { between, formatElapsed } from '../format/durations';
import { numberAt, objectAt, textAt, type JsonObject } from '../format/json';
import { typeWords } from '../format/words';
import type { JobSummary } from '../wire/messages';

export interface Fact {
  term: string;
  text: string;
  /** Said more quietly behind it. */
  more?: string;
}

/** What identifies a run: on what, when and by what it was made. */
export function factsOf(job: JobSummary, record: JsonObject | null, summary: JsonObject | null): Fact[] {
  const provenance = objectAt(record ?? undefined, 'provenance');
  const data = objectAt(provenance ?? undefined, 'data_training');
  const size = data && `${(numberAt(data, 'n_rows') ?? 0).toLocaleString('en')} × ${(numberAt(data, 'n_cols') ?? 0).toLocaleString('en')}`;
  const [seeds, took] = [seedsOf(record), between(job.started_at, job.completed_at)];
  return [
    fact('Task', typeWords[job.type]),
    fact('Table', job.data_name, size),
    fact('Outcome', outcomeOf(job, data, summary)),
    fact('Finished', job.completed_at && dateText(job.completed_at)),
    fact('Took', took === null ? null : took < 1000 ? 'less than 1 s' : formatElapsed(took)),
    fact('Seed', seeds[0], seeds[1]),
    fact('Engine', engineOf(job, provenance), versionsOf(provenance)),
  ].filter((f) => f !== null);
}

function fact(term: string, text: string | null | undefined, more?: string | null): Fact | null {
  if (!text) return null;
  return more ? { term, text, more } : { term, text };
}

// The outcome is the last column of what a model is trained on.
function outcomeOf(job: JobSummary, data: JsonObject | null, summary: JsonObject | null): string | null {
  if (job.type === 'predict') return textAt(summary, 'outcome');
  if (job.type !== 'train') return null;
  const name = [data?.['column_names'] ?? []].flat().at(-1);
  return typeof name === 'string' ? name : null;
}

// That of the resampling comes first where there is one: it decides what the figures are of.
function seedsOf(record: JsonObject | null): string[] {
  const [resampling, run] = ['outer_resampling_config', 'execution_config'].map((at) => numberAt(objectAt(record ?? undefined, at), 'seed'));
  if (typeof resampling === 'number') return [`${resampling} (resampling)`, ...(typeof run === 'number' ? [`${run} (run)`] : [])];
  return typeof run === 'number' ? [String(run)] : [];
}

function engineOf(job: JobSummary, provenance: JsonObject | null): string | null {
  const name = textAt(provenance, 'engine') ?? job.engine;
  return name ? [name, textAt(provenance, 'engine_version')].filter(Boolean).join(' ') : null;
}

function versionsOf(provenance: JsonObject | null): string {
  const [rtemis, r] = [textAt(provenance, 'rtemis_version'), textAt(provenance, 'r_version')];
  return [rtemis && `rtemis ${rtemis}`, r && /R version [\d.]+/.exec(r)?.[0].replace(' version', '')].filter(Boolean).join(', ');
}

/** A moment as a person writes it, in the reader's time. */
export function dateText(iso: string): string {
  const at = new Date(iso);
  return Number.isNaN(at.getTime()) ? iso : at.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short' });
}
