import type { Api } from '../wire/methods';
import type { JobSummary } from '../wire/messages';
import { importanceOf, type Compared } from './compare';
import { jsonSlice } from '../format/json-slice';
import { requestOf } from '../state/requests';
import { ServerResult } from '../results/server-source';
import { resultColumns } from './result-columns';

/** All that the comparison of a job needs. */
export async function loadCompared(api: Api, summary: JobSummary, signal: AbortSignal): Promise<Compared> {
  const id = summary.job_id;
  const [request, record, importance] = await Promise.all([
    requestOf(api, id),
    jsonSlice(api, id, 'record', signal),
    summary.type === 'train' ? resultColumns(new ServerResult(api, id), 'varimp', signal) : null,
  ]);
  return {
    summary,
    request,
    record: 'document' in record ? record.document : null,
    importance: importance ? importanceOf(importance.columns) : new Map(),
  };
}
