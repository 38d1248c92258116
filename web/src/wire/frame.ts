/** `[header length: 4 bytes, big-endian][header: UTF-8 JSON][payload]`; there is a payload exactly when the header says how long it is. */
export interface Frame {
  header: Record<string, unknown>;
  payload: Uint8Array | null;
}

/** The bytes are no frame. Nothing that follows them can be understood. */
export class FrameError extends Error {
  override readonly name = 'FrameError';
}

export const headerLimit = 1024 * 1024;
export const frameLimit = 256 * 1024 * 1024;

const prefixLength = 4;
const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });

/** The start of a frame, up to its payload. The payload is sent after it as it is, without a copy. */
export function encodeHeader(header: object): Uint8Array<ArrayBuffer> {
  const json = encoder.encode(JSON.stringify(header));
  if (json.length > headerLimit) throw new FrameError(`The request has ${json.length} bytes, the most allowed is ${headerLimit}.`);
  const bytes = new Uint8Array(prefixLength + json.length);
  new DataView(bytes.buffer).setUint32(0, json.length);
  bytes.set(json, prefixLength);
  return bytes;
}

/** Takes a stream of bytes in any pieces and gives its frames. What lies whole in a piece is not copied. */
export class FrameDecoder {
  #stage: 'length' | 'header' | 'payload' = 'length';
  #needed = prefixLength;
  #header: Record<string, unknown> = {};
  #partial: Uint8Array | null = null;
  #filled = 0;

  /** @throws FrameError The decoder is of no use after it. */
  *push(piece: Uint8Array): Generator<Frame> {
    let at = 0;
    while (true) {
      const left = piece.length - at;
      let bytes: Uint8Array;
      if (!this.#partial && left >= this.#needed) {
        bytes = piece.subarray(at, at + this.#needed);
        at += this.#needed;
      } else {
        this.#partial ??= new Uint8Array(this.#needed);
        const taken = Math.min(left, this.#needed - this.#filled);
        this.#partial.set(piece.subarray(at, at + taken), this.#filled);
        this.#filled += taken;
        at += taken;
        if (this.#filled < this.#needed) return;
        bytes = this.#partial;
        this.#partial = null;
        this.#filled = 0;
      }
      const frame = this.#take(bytes);
      if (frame) yield frame;
      if (at === piece.length && this.#needed > 0) return;
    }
  }

  #take(bytes: Uint8Array): Frame | null {
    switch (this.#stage) {
      case 'length': {
        const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
        if (length === 0 || length > headerLimit) throw new FrameError(`A header of ${length} bytes was announced, from 1 to ${headerLimit} are allowed.`);
        this.#expect('header', length);
        return null;
      }
      case 'header': {
        this.#header = parseHeader(bytes);
        const length = payloadLength(this.#header);
        if (length === null) return this.#end(null);
        this.#expect('payload', length);
        return null;
      }
      case 'payload':
        return this.#end(bytes);
    }
  }

  #end(payload: Uint8Array | null): Frame {
    this.#expect('length', prefixLength);
    return { header: this.#header, payload };
  }

  #expect(stage: 'length' | 'header' | 'payload', bytes: number): void {
    this.#stage = stage;
    this.#needed = bytes;
  }
}

function parseHeader(bytes: Uint8Array): Record<string, unknown> {
  let header: unknown;
  try {
    header = JSON.parse(decoder.decode(bytes));
  } catch {
    throw new FrameError('The header is no JSON.');
  }
  if (!isObject(header)) throw new FrameError('The header is no JSON object.');
  return header;
}

function payloadLength(header: Record<string, unknown>): number | null {
  const payload = header['payload'];
  if (payload === undefined || payload === null) return null;
  const bytes = isObject(payload) ? payload['bytes'] : undefined;
  if (typeof bytes !== 'number' || !Number.isSafeInteger(bytes) || bytes < 0 || bytes > frameLimit)
    throw new FrameError(`A payload of ${String(bytes)} bytes was announced, from 0 to ${frameLimit} are allowed.`);
  return bytes;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
