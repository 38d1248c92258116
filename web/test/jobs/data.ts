import { readFileSync } from 'node:fs';
import type { JobSummary, JobType } from '../../src/wire/messages';

/** A recorded answer of the reference server. */
export function recorded<T>(name: string): T {
  return JSON.parse(readFileSync(new URL(`../data/jobs/${name}.json`, import.meta.url), 'utf8')) as T;
}

export function columnsOf(name: string): Map<string, unknown[]> {
  return new Map(Object.entries(recorded<Record<string, unknown[]>>(name)));
}

export function summary(algorithm: string, type: JobType = 'train', more: Partial<JobSummary> = {}): JobSummary {
  return {
    job_id: `job-${algorithm}`,
    type,
    status: 'complete',
    submitted_at: '2026-01-31T10:00:00Z',
    started_at: '2026-01-31T10:00:01Z',
    completed_at: '2026-01-31T10:00:09Z',
    stage: null,
    fraction: 1,
    last_message: null,
    error: null,
    algorithm,
    data_handle: 'data-1',
    data_name: 'pima',
    ...more,
  };
}
