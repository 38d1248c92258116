import { isObject } from '../format/json';
import { unavailableOf } from '../format/json-slice';
import type { ResultSource, TableAnswer } from '../results/source';
import type { GridWindow } from '../ui/grid-window';
import type { JsonSlice, TableSlice, WindowParams } from '../wire/messages';
import type { ReportDocument } from './document';
import { ReportTable } from './report-table';

/** A job's result as a report carries it. */
export class ReportResult implements ResultSource {
  readonly #report: ReportDocument;
  readonly #tables: ReadonlyMap<string, ReportTable>;

  constructor(report: ReportDocument) {
    this.#report = report;
    this.#tables = new Map(Object.entries(report.tables).map(([slice, table]) => [slice, new ReportTable(table)]));
  }

  async document(slice: JsonSlice): ReturnType<ResultSource['document']> {
    const document = this.#report.documents[slice];
    if (!isObject(document)) throw new Error(`this report has no ${slice}.`);
    return document['available'] === false ? { unavailable: unavailableOf(document) } : { document };
  }

  async table(slice: TableSlice, params: WindowParams): Promise<TableAnswer> {
    const table = this.#tables.get(slice);
    const colors = this.#report.tables[slice]?.extra?.['colors'];
    if (!table) return { stream: null, total: 0, columns: [], colors: {} };
    return { stream: await table.bytes(params), total: table.rows, columns: table.names, colors: isObject(colors) ? (colors as Record<string, string>) : {} };
  }

  async window(slice: TableSlice, params: WindowParams): Promise<GridWindow> {
    return this.#tables.get(slice)?.window(params) ?? { rows: 0, columns: [], total: 0 };
  }
}
