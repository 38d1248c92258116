import { describe, expect, it } from 'vitest';
import { tableFromArrays, tableFromIPC, tableToIPC } from 'apache-arrow';
import { encodeHeader, FrameDecoder, FrameError, frameLimit, headerLimit, type Frame } from '../../src/wire/frame';

function frame(header: object, payload: Uint8Array = new Uint8Array()): Uint8Array {
  return Buffer.concat([encodeHeader(header), payload]);
}

function withPayload(payload: Uint8Array, more: object = {}): Uint8Array {
  return frame({ ...more, payload: { format: 'arrow-ipc', bytes: payload.length } }, payload);
}

function decode(pieces: Iterable<Uint8Array>): Frame[] {
  const decoder = new FrameDecoder();
  return [...pieces].flatMap((piece) => [...decoder.push(piece)]);
}

function raw(header: string | Uint8Array): Uint8Array {
  const json = typeof header === 'string' ? Buffer.from(header) : header;
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([length, json]);
}

const payload = Uint8Array.from({ length: 300 }, (_, i) => i % 256);
const stream = Buffer.concat([frame({ id: 'r1', text: 'Grüße, 雪' }), withPayload(payload, { id: 'r2' }), withPayload(new Uint8Array(), { id: 'r3' }), frame({ id: 'r4' })]);

function expectWhole(frames: Frame[]): void {
  expect(frames.map((f) => f.header['id'])).toEqual(['r1', 'r2', 'r3', 'r4']);
  expect(frames[0]?.header['text']).toBe('Grüße, 雪');
  expect(frames.map((f) => f.payload?.length ?? null)).toEqual([null, 300, 0, null]);
  expect([...(frames[1]?.payload ?? [])]).toEqual([...payload]);
}

describe('a stream of frames', () => {
  it('is read when it comes in one piece', () => expectWhole(decode([stream])));

  it('is read when it comes byte by byte', () => expectWhole(decode(Array.from(stream, (byte) => Uint8Array.of(byte)))));

  it('is read wherever it is cut in two', () => {
    for (let at = 0; at <= stream.length; at++) expectWhole(decode([stream.subarray(0, at), stream.subarray(at)]));
  });

  it('is read in pieces of any one size', () => {
    for (let size = 2; size < 80; size++) {
      const pieces: Uint8Array[] = [];
      for (let at = 0; at < stream.length; at += size) pieces.push(stream.subarray(at, at + size));
      expectWhole(decode(pieces));
    }
  });

  it('gives a frame as soon as its last byte is there, an empty payload with its header', () => {
    const decoder = new FrameDecoder();
    expect([...decoder.push(withPayload(new Uint8Array(), { id: 'empty' }))]).toHaveLength(1);
    expect([...decoder.push(frame({ id: 'next' }))]).toHaveLength(1);
  });

  it('is not copied where it comes whole', () => {
    const whole = new Uint8Array(withPayload(payload));
    expect(decode([whole])[0]?.payload?.buffer).toBe(whole.buffer);
  });

  it('carries a table that can be read, wherever in the message it begins', () => {
    const table = tableToIPC(tableFromArrays({ x: Float64Array.of(1.5, 2.5), n: Int32Array.of(1, 2) }), 'stream');
    for (let pad = 0; pad < 8; pad++) {
      const [read] = decode([new Uint8Array(withPayload(table, { pad: ' '.repeat(pad) }))]);
      expect([...(tableFromIPC(read?.payload ?? []).getChild('x') ?? [])]).toEqual([1.5, 2.5]);
    }
  });
});

describe('bytes that are no frame', () => {
  it.each([
    ['a header of no length', raw('')],
    ['a header over the limit', Buffer.from([0xff, 0xff, 0xff, 0xff])],
    ['no JSON', raw('{"id":')],
    ['JSON that is no object', raw('[1]')],
    ['bytes that are no UTF-8', raw(Uint8Array.of(0x22, 0xc3, 0x28, 0x22))],
    ['a payload without a length', raw('{"payload":{"format":"arrow-ipc"}}')],
    ['a payload of a broken length', raw('{"payload":{"bytes":1.5}}')],
    ['a payload of less than nothing', raw('{"payload":{"bytes":-1}}')],
    ['a payload over the limit', raw(`{"payload":{"bytes":${frameLimit + 1}}}`)],
    ['a payload that is no object', raw('{"payload":7}')],
  ])('are refused: %s', (_, bytes) => {
    expect(() => decode([new Uint8Array(bytes)])).toThrow(FrameError);
  });

  it('are not sent either: a header over the limit is refused', () => {
    expect(() => encodeHeader({ text: 'x'.repeat(headerLimit) })).toThrow(FrameError);
  });
});
