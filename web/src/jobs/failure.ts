import type { ErrorBody, JobSummary } from '../wire/messages';

/** Why a job failed, as far as the server told. */
export interface Failure {
  message: string;
  reason: string | null;
  exitCode: number | null;
  signal: number | null;
  peakMemoryBytes: number | null;
  lastOutput: string[];
}

/** @param error What the event told; without it, what stands in the list of jobs counts. */
export function failureOf(error: ErrorBody | null, summary: JobSummary): Failure {
  const told = error ?? summary.error;
  if (told === null || typeof told === 'string') {
    return { message: told ?? 'The server did not say why.', reason: null, exitCode: null, signal: null, peakMemoryBytes: null, lastOutput: [] };
  }
  const details = told.details ?? {};
  const output = details['last_output'];
  return {
    message: told.message,
    reason: typeof details['reason'] === 'string' ? details['reason'] : null,
    exitCode: numberOr(details['exit_code']),
    signal: numberOr(details['signal']),
    peakMemoryBytes: numberOr(details['peak_memory_bytes']),
    lastOutput: Array.isArray(output) ? output.filter((line): line is string => typeof line === 'string') : [],
  };
}

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null);
