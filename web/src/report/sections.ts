import { plural } from '../format/words';
import { tabsOf, type ResultInfo } from '../results/info';
import { hasTimeline } from '../jobs/has-timeline';
import type { TableSlice } from '../wire/messages';
import type { ReportDocument } from './document';

export interface ReportSection {
  id: string;
  label: string;
}

const slicesOf: Readonly<Record<string, readonly TableSlice[]>> = {
  roc: ['roc'],
  predictions: ['predictions'],
  importance: ['varimp'],
  scatter: ['transformed', 'assignments'],
  scree: ['transformed'],
  loadings: ['loadings'],
  sizes: ['assignments'],
  table: ['transformed', 'assignments'],
  timeline: ['session'],
};

/** The sections of a report, those that the result has something for. */
export function sectionsOf(info: ResultInfo, report: ReportDocument): ReportSection[] {
  const own = tabsOf(info).filter(({ id }) => !(id === 'scatter' && info.type === 'cluster' && !report.input));
  const overview = own.some(({ id }) => id === 'overview') ? [] : [{ id: 'overview', label: 'Overview' }];
  const timeline = hasTimeline(info.type) && (report.tables['session']?.kept ?? 0) > 0 ? [{ id: 'timeline', label: 'Timeline' }] : [];
  return [...overview, ...own, ...timeline, { id: 'record', label: 'Record' }];
}

/** What is said above a section whose tables were cut; null when all is there. */
export function cutWords(section: string, report: ReportDocument): string | null {
  const cut = (slicesOf[section] ?? []).map((slice) => report.tables[slice]).find((table) => table && table.kept < table.rows);
  if (!cut) return null;
  const rows = `${cut.kept.toLocaleString('en')} of ${cut.rows.toLocaleString('en')} rows`;
  return cut.taken === 'even' ? `This report has ${rows}, taken at equal distances.` : `This report has the first ${rows}.`;
}

/** What is said on paper in place of the table that a section ends with; null where it has none. */
export function unprintedWords(section: string, report: ReportDocument): string | null {
  const table = section === 'predictions' || section === 'loadings' ? report.tables[section] : undefined;
  return table ? `The table of its ${plural(table.kept, 'row')} is not printed.` : null;
}
