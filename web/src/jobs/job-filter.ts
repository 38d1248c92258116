import type { JobStatus, JobType } from '../wire/messages';

export type StatusGroup = 'all' | 'active' | 'complete' | 'ended';

export const statusGroups: Record<StatusGroup, { label: string; has: (status: JobStatus) => boolean }> = {
  all: { label: 'All', has: () => true },
  active: { label: 'Waiting or running', has: (s) => s === 'queued' || s === 'running' || s === 'cancelling' },
  complete: { label: 'Complete', has: (s) => s === 'complete' },
  ended: { label: 'Failed or cancelled', has: (s) => s === 'failed' || s === 'cancelled' },
};

interface Listed {
  type: JobType;
  status: JobStatus;
}

/** The jobs to list, newest first. */
export function listed<J extends Listed>(jobs: readonly J[], group: StatusGroup, type: JobType | 'all'): J[] {
  return jobs.filter((job) => statusGroups[group].has(job.status) && (type === 'all' || job.type === type)).toReversed();
}
