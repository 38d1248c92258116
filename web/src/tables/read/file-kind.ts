import { ReadError } from './read-error';

export type FileKind = 'csv' | 'parquet' | 'arrow-file' | 'arrow-stream';

const headBytes = 1 << 16;

/** What other programs write, by the end of the name, and what to do about it. */
const others: Record<string, string> = {
  xlsx: 'an Excel file. In Excel, save the sheet as CSV and choose that',
  xlsm: 'an Excel file. In Excel, save the sheet as CSV and choose that',
  xls: 'an Excel file. In Excel, save the sheet as CSV and choose that',
  ods: 'a spreadsheet. Save the sheet as CSV and choose that',
  rds: 'an R file. In R, write the table with write.csv(x, "table.csv", row.names = FALSE) and choose that',
  rda: 'an R file. In R, write the table with write.csv(x, "table.csv", row.names = FALSE) and choose that',
  rdata: 'an R file. In R, write the table with write.csv(x, "table.csv", row.names = FALSE) and choose that',
  sav: 'an SPSS file. In SPSS, save it as CSV and choose that',
  sas7bdat: 'a SAS file. In SAS, export it as CSV and choose that',
  dta: 'a Stata file. In Stata, export it as CSV and choose that',
  json: 'a JSON file. Save the table as CSV and choose that',
  pdf: 'a PDF file. Choose a CSV, TSV, Parquet or Arrow file',
  gz: 'a compressed file. Unpack it first',
  zip: 'a compressed file. Unpack it first',
};

/** Files that begin so are no text, whatever they are called. */
const signatures: [number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'xlsx'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'xls'],
  [[0x1f, 0x8b], 'gz'],
  [[0x25, 0x50, 0x44, 0x46], 'pdf'],
  [[0x24, 0x46, 0x4c, 0x32], 'sav'],
];

/** What a file is by its first bytes, then by its name. */
export async function fileKind(file: Blob, name: string): Promise<FileKind> {
  if (file.size === 0) throw new ReadError('The file is empty.');
  const head = new Uint8Array(await file.slice(0, headBytes).arrayBuffer());
  if (begins(head, ascii('PAR1'))) return 'parquet';
  if (begins(head, ascii('ARROW1'))) return 'arrow-file';
  if (begins(head, [0xff, 0xff, 0xff, 0xff])) return 'arrow-stream';
  if (begins(head, ascii('PARE'))) throw new ReadError('The Parquet file is encrypted and cannot be read.');
  if (begins(head, ascii('FEA1'))) throw new ReadError('This is a Feather file of version 1. Write it as version 2 or as CSV.');

  const extension = name.toLowerCase().split('.').at(-1) ?? '';
  const other = others[extension] ?? others[signatures.find(([bytes]) => begins(head, bytes))?.[1] ?? ''];
  if (other) throw new ReadError(`'${name}' is ${other}.`);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && head.includes(0)) throw new ReadError(`'${name}' is not a table: it is neither text nor Parquet nor Arrow.`);
  return 'csv';
}

function begins(head: Uint8Array, bytes: readonly number[]): boolean {
  return bytes.every((byte, i) => head[i] === byte);
}

function ascii(text: string): number[] {
  return [...text].map((c) => c.charCodeAt(0));
}
