/** Points that a chart is drawn of at most: more can be neither seen nor drawn smoothly. */
export const mostPoints = 20_000;

const windowsOfSample = 40;

export interface Span {
  offset: number;
  limit: number;
}

/** Where to read a table so that what is read stands for all of it: the whole, or windows at equal distances of `most` rows together. */
export function evenSpans(total: number, most = mostPoints): Span[] {
  if (total <= 0) return [];
  if (total <= most) return [{ offset: 0, limit: total }];
  const windows = Math.min(windowsOfSample, most);
  const limit = Math.floor(most / windows);
  // The last window ends with the table.
  return Array.from({ length: windows }, (_, i) => ({ offset: Math.round((i * (total - limit)) / (windows - 1 || 1)), limit }));
}

/** What stands under a chart of a sample; null when all rows are shown. */
export function sampleNote(shown: number, total: number): string | null {
  return shown >= total ? null : `Drawn from ${shown.toLocaleString('en')} of ${total.toLocaleString('en')} rows, taken at equal distances.`;
}
