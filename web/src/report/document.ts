import { isObject, type JsonObject } from '../format/json';
import type { JobSummary, JsonValue } from '../wire/messages';

/** A table as a report carries it. */
export interface CarriedTable {
  /** Rows of the table that it is from. */
  rows: number;
  /** Rows that are carried. */
  kept: number;
  /** Which these are, when they are not all. */
  taken: 'all' | 'first' | 'even';
  columns: string[];
  /** An Arrow stream as base64; null where there is nothing to show. */
  stream: string | null;
  /** What else the server tells of it, such as `colors`. */
  extra: JsonObject | null;
}

/** What a report is made of: the content of its data element. */
export interface ReportDocument {
  format: number;
  /** When and by what the report was written. */
  written_at: string;
  server_version: string;
  job: JobSummary;
  /** The job whose model was applied, where the job is a prediction and it is known. */
  model: JobSummary | null;
  documents: { readonly [slice: string]: JsonObject };
  tables: { readonly [slice: string]: CarriedTable };
  /** The table that the job was made of, where the report was written with it: the same rows as those of the result. */
  input: CarriedTable | null;
}

const known = 1;

/** Reads a report's data. */
export function readReport(text: string): ReportDocument {
  if (text.trim() === '') throw new Error('This is the template of a report: it has no data.');
  const told = JSON.parse(text) as JsonValue;
  if (!isObject(told) || !isObject(told['job']) || !isObject(told['tables'])) throw new Error('The data of this report are damaged.');
  if (told['format'] !== known) throw new Error(`The data of this report have the format ${String(told['format'])}, which this page does not know.`);
  return told as unknown as ReportDocument;
}
