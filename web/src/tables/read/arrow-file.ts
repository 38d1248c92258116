import { ReadError } from './read-error';

/** `ARROW1` and two bytes that fill up. */
const leading = 8;
/** Length of the footer, and `ARROW1` again. */
const trailing = 10;
/** The mark of a message, and the length of its header. */
const prefix = 8;

/**
 * The stream inside an Arrow file (Feather version 2 is the same): what lies between the leading magic and the footer. Nothing is decoded or copied.
 * https://arrow.apache.org/docs/format/Columnar.html#ipc-file-format
 */
export async function streamOfFile(file: Blob): Promise<Blob> {
  const tail = file.size >= leading + trailing ? new DataView(await file.slice(file.size - trailing).arrayBuffer()) : null;
  const magic = tail ? String.fromCharCode(...new Uint8Array(tail.buffer, 4)) : '';
  const footer = tail?.getInt32(0, true) ?? -1;
  const end = file.size - trailing - footer;
  if (magic !== 'ARROW1' || footer < 0 || end < leading) throw new ReadError('The Arrow file is not complete.');
  const stream = file.slice(leading, end);
  return (await beginsWithSchema(stream)) ? stream : rewrite(file);
}

async function beginsWithSchema(stream: Blob): Promise<boolean> {
  if (stream.size < prefix) return false;
  const length = new DataView(await stream.slice(0, prefix).arrayBuffer()).getInt32(4, true);
  if (length <= 0 || length > stream.size) return false;
  const { MessageReader } = await import('apache-arrow');
  const head = new Uint8Array(await stream.slice(0, prefix + length).arrayBuffer());
  return new MessageReader(head).readMessage()?.isSchema() ?? false;
}

// Some writers, that of JavaScript among them, leave the schema to the footer.
async function rewrite(file: Blob): Promise<Blob> {
  const { tableFromIPC, tableToIPC } = await import('apache-arrow');
  try {
    const table = tableFromIPC(new Uint8Array(await file.arrayBuffer()));
    return new Blob([tableToIPC(table, 'stream') as Uint8Array<ArrayBuffer>]);
  } catch (error) {
    throw new ReadError(`The Arrow file cannot be read: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
