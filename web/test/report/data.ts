import { Dictionary, Int32, Utf8, tableFromArrays, tableToIPC, vectorFromArray } from 'apache-arrow';
import type { CarriedTable, ReportDocument } from '../../src/report/document';

/** A table as the writer puts it into a report. */
export function carried(columns: Record<string, unknown>, more: Partial<CarriedTable> = {}): CarriedTable {
  const table = tableFromArrays(columns as Record<string, Float64Array>);
  return {
    rows: table.numRows,
    kept: table.numRows,
    taken: 'all',
    columns: table.schema.names.map(String),
    stream: Buffer.from(tableToIPC(table, 'stream')).toString('base64'),
    extra: null,
    ...more,
  };
}

/** A factor whose levels are in the order in which they first occur. */
export const factor = (values: readonly (string | null)[]) => vectorFromArray([...values], new Dictionary(new Utf8(), new Int32()));

export const empty: CarriedTable = { rows: 0, kept: 0, taken: 'all', columns: [], stream: null, extra: null };

export function report(more: Partial<ReportDocument> = {}): ReportDocument {
  return {
    format: 1,
    written_at: '2026-11-28T09:00:00Z',
    server_version: '0.1.0',
    job: {
      job_id: 'j', type: 'train', status: 'complete', submitted_at: '2026-11-28T09:00:00Z', started_at: '2026-11-28T09:00:00Z', completed_at: '2026-11-28T09:00:12Z',
      stage: null, fraction: null, last_message: null, error: null, engine: 'native', algorithm: 'CART', data_name: 'iris',
    },
    model: null,
    documents: {},
    tables: {},
    input: null,
    ...more,
  };
}
