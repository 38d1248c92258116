import type { JobType } from '../wire/messages';

/** Whether jobs of a type record the times of their steps. */
export const hasTimeline = (type: JobType): boolean => type === 'train' || type === 'predict';
