import type { JobRequest } from '../wire/messages';
import type { Api } from '../wire/methods';
import { once } from './once';

const answers = new WeakMap<Api, Map<string, Promise<unknown>>>();

/** The request of a job. It never changes, so it is asked for once. */
export function requestOf(api: Api, job: string): Promise<JobRequest> {
  const known = answers.get(api) ?? new Map<string, Promise<unknown>>();
  answers.set(api, known);
  return once(known, job, async () => (await api.call('job.request', { job_id: job })).result);
}

/** The job whose model a prediction applies; null of other jobs. */
export function modelJobOf({ method, params }: JobRequest): string | null {
  return method === 'predict' && typeof params['job_id'] === 'string' ? params['job_id'] : null;
}

/** Whether a complete job of this request has a model: those of resamples are measured, and not kept. */
export function keepsModel({ method, params }: JobRequest): boolean {
  return method === 'train' && (params['outer_resampling_config'] ?? null) === null;
}

export const noModelWords = 'It keeps no model to predict with: only a job without outer resampling does.';
