/** A file cannot be read as a table. The message is written for people. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
}
