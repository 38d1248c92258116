import { ConnectionLostError, ServerError } from './errors';
import { encodeHeader, FrameDecoder, FrameError, isObject, type Frame } from './frame';
import type { ErrorBody, ServerEvent } from './messages';
import type { Api, CallOptions, MethodName, ParamsOf, Reply } from './methods';
import { socketOpen, type Socket } from './socket';

export interface ClientListener {
  event(event: ServerEvent): void;
  /** The connection has ended, by whomever. Said once, after all open calls have failed. */
  closed(code: number): void;
}

interface OpenCall {
  resolve(frame: Frame): void;
  reject(reason: unknown): void;
}

// What the socket may hold unsent before the next payload waits, and how often it is looked at: browsers have no event for it.
const sendBuffer = 8 * 1024 * 1024;
const sendPoll = 10;
const lostCode = 1006;

/** One connection: requests with their answers, in any order and many at a time, and events. It is not opened again. */
export class WireClient implements Api {
  readonly #socket: Socket;
  readonly #listener: ClientListener;
  readonly #decoder = new FrameDecoder();
  readonly #calls = new Map<string, OpenCall>();
  #payloads: Promise<void> = Promise.resolve();
  #next = 1;
  #ended = false;

  /** When something was last received, in milliseconds of the epoch. */
  lastHeard = Date.now();

  constructor(socket: Socket, listener: ClientListener) {
    this.#socket = socket;
    this.#listener = listener;
    socket.binaryType = 'arraybuffer';
    socket.onmessage = ({ data }) => this.#receive(data);
    socket.onclose = ({ code }) => this.#end(code);
    // A close event follows, which says the same.
    socket.onerror = () => undefined;
  }

  call<M extends MethodName>(method: M, params: ParamsOf<M>, options: CallOptions = {}): Promise<Reply<M>> {
    const { payload, signal } = options;
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.#ended || this.#socket.readyState !== socketOpen) return Promise.reject(new ConnectionLostError('There is no connection to the server.'));
    const id = `r${this.#next++}`;
    return new Promise<Frame>((resolve, reject) => {
      const head = encodeHeader({ v: 1, id, method, params, ...(payload ? { payload: { format: 'arrow-ipc', bytes: payload.byteLength } } : {}) });
      this.#calls.set(id, { resolve, reject });
      signal?.addEventListener('abort', () => this.#forget(id)?.reject(signal.reason), { once: true });
      if (payload) this.#sendPayload(id, head, payload);
      else this.#socket.send(head);
    }).then(({ header, payload: bytes }) => ({ result: header['result'] as Reply<M>['result'], payload: bytes }));
  }

  /** Ends the connection at once, without waiting for the other side. */
  close(): void {
    this.#socket.close();
    this.#end(lostCode);
  }

  // Payloads go out one after the other, as fast as the socket takes them; requests without one overtake those that still wait.
  #sendPayload(id: string, head: Uint8Array<ArrayBuffer>, payload: Uint8Array): void {
    this.#payloads = this.#payloads.then(async () => {
      while (this.#calls.has(id) && this.#socket.bufferedAmount > sendBuffer) await new Promise((done) => setTimeout(done, sendPoll));
      if (!this.#calls.has(id)) return;
      this.#socket.send(head);
      this.#socket.send(payload as Uint8Array<ArrayBuffer>);
    });
  }

  #receive(data: unknown): void {
    if (this.#ended) return;
    this.lastHeard = Date.now();
    try {
      if (!(data instanceof ArrayBuffer)) throw new FrameError('A text message came.');
      for (const frame of this.#decoder.push(new Uint8Array(data))) this.#take(frame);
    } catch (error) {
      if (!(error instanceof FrameError)) throw error;
      this.close();
    }
  }

  #take(frame: Frame): void {
    const { header } = frame;
    if (typeof header['event'] === 'string') {
      this.#listener.event(header as ServerEvent);
      return;
    }
    const id = header['id'];
    if (typeof id !== 'string') throw new FrameError('The server took a request for no frame.');
    // An answer that nobody waits for any more is let go.
    const call = this.#forget(id);
    if (header['ok'] === true) call?.resolve(frame);
    else call?.reject(new ServerError(errorBody(header['error'])));
  }

  #forget(id: string): OpenCall | undefined {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    return call;
  }

  #end(code: number): void {
    if (this.#ended) return;
    this.#ended = true;
    for (const id of [...this.#calls.keys()]) this.#forget(id)?.reject(new ConnectionLostError());
    this.#listener.closed(code);
  }
}

function errorBody(error: unknown): ErrorBody {
  if (!isObject(error)) return { code: 'internal_error', message: 'The server failed without a word.' };
  const { code, message, details } = error;
  return {
    code: typeof code === 'string' ? code : 'internal_error',
    message: typeof message === 'string' ? message : 'The server failed without a word.',
    ...(isObject(details) ? { details } : {}),
  };
}
