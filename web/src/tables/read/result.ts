/** A table on its way to the server. */
export interface ReadResult {
  /** An Arrow IPC stream. */
  stream: Blob;
  /** Unknown for Arrow files: they are passed on as they are. */
  rows: number | null;
  cols: number | null;
  /** Sentences for the person who chose the file. */
  warnings: string[];
}
