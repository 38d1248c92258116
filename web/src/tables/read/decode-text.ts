import type { OnProgress } from './progress';

/** Bytes that are read at a time. */
export const textPart = 4 << 20;

/** The text encoding of a file by its first bytes; files without a mark are taken for UTF-8 until a byte says otherwise. */
export function encodingOf(head: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  return head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : 'utf-8';
}

/** The file's bytes are not in the encoding that was asked for. */
export class EncodingError extends Error {}

/** A file's text in parts of so many bytes, with `\n` as the only end of a line and without a byte order mark. */
export async function* decodeText(file: Blob, encoding: string, onprogress: OnProgress, part: number): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let held = '';
  for (let at = 0; at < file.size; at += part) {
    const bytes = await file.slice(at, at + part).arrayBuffer();
    const last = at + part >= file.size;
    let text = held + decode(decoder, bytes, !last);
    // A line's end may be cut in two.
    held = !last && text.endsWith('\r') ? '\r' : '';
    if (held) text = text.slice(0, -1);
    yield text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
    onprogress(Math.min(file.size, at + part), file.size);
  }
}

function decode(decoder: TextDecoder, bytes: ArrayBuffer, stream: boolean): string {
  try {
    return decoder.decode(bytes, { stream });
  } catch (error) {
    throw new EncodingError(`The file is not ${decoder.encoding}.`, { cause: error });
  }
}
