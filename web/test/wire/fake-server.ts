import type { AddressInfo } from 'node:net';
import { WebSocket as Client, WebSocketServer, type WebSocket } from 'ws';
import { encodeHeader, FrameDecoder } from '../../src/wire/frame';
import type { Socket } from '../../src/wire/socket';

export interface Request {
  id: string;
  method: string;
  params: Record<string, unknown>;
  payload: Uint8Array | null;
}

/** One connection as the server sees it. */
export class Peer {
  readonly socket: WebSocket;
  readonly requests: Request[] = [];

  constructor(socket: WebSocket) {
    this.socket = socket;
  }

  send(header: object, payload?: Uint8Array): void {
    const head = encodeHeader(payload ? { ...header, payload: { format: 'arrow-ipc', bytes: payload.length } } : header);
    this.socket.send(payload ? Buffer.concat([head, payload]) : head);
  }

  event(event: string, data: object, seq?: number): void {
    this.send({ v: 1, event, ...(seq === undefined ? {} : { seq }), data });
  }

  answer(request: Request, result: unknown, payload?: Uint8Array): void {
    this.send({ v: 1, id: request.id, ok: true, result }, payload);
  }

  refuse(request: Request, code: string, message = code): void {
    this.send({ v: 1, id: request.id, ok: false, error: { code, message } });
  }

  /** Breaks the connection without a word of closing. */
  cut(): void {
    this.socket.terminate();
  }
}

export type Script = (peer: Peer, request: Request) => void;

/** A real WebSocket server that answers as a test says. */
export class FakeServer {
  readonly peers: Peer[] = [];
  /** Answers each request; null leaves them unanswered. */
  script: Script | null = null;
  /** Refuses the upgrade, as for a foreign origin. */
  refuses = false;
  greets = true;
  instance = 'instance-1';
  readonly port: number;
  readonly #server: WebSocketServer;

  constructor(server: WebSocketServer) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
    server.on('connection', (socket) => {
      const peer = new Peer(socket);
      this.peers.push(peer);
      const decoder = new FrameDecoder();
      socket.on('message', (data: Buffer) => {
        for (const frame of decoder.push(new Uint8Array(data))) {
          const request = { ...(frame.header as unknown as Request), payload: frame.payload };
          peer.requests.push(request);
          this.script?.(peer, request);
        }
      });
      if (this.greets) peer.event('ready', { server: 'rtemislive', rtemis_version: '1.3.7', kind_colors: {}, protocol: 1, limits: {}, instance: this.instance });
    });
  }

  static async listen(port = 0): Promise<FakeServer> {
    let fake: FakeServer | undefined;
    const server = new WebSocketServer({ port, host: '127.0.0.1', verifyClient: () => !fake?.refuses });
    await new Promise<void>((resolve, reject) => server.once('listening', resolve).once('error', reject));
    fake = new FakeServer(server);
    return fake;
  }

  get last(): Peer {
    const peer = this.peers.at(-1);
    if (!peer) throw new Error('Nobody has connected.');
    return peer;
  }

  /** Opens the page's side of a connection. */
  open = (): Socket => openSocket(this.port);

  async stop(): Promise<void> {
    for (const client of this.#server.clients) client.terminate();
    await new Promise<void>((done) => this.#server.close(() => done()));
  }
}

export function openSocket(port: number): Socket {
  return new Client(`ws://127.0.0.1:${port}/`) as unknown as Socket;
}
