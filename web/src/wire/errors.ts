import type { ErrorBody } from './messages';

/** The server answered with an error. `message` is written for people. */
export class ServerError extends Error {
  override readonly name = 'ServerError';
  readonly code: string;
  readonly details: Record<string, unknown> | undefined;

  constructor(body: ErrorBody) {
    super(body.message);
    this.code = body.code;
    this.details = body.details;
  }
}

/** The connection ended before the answer came. */
export class ConnectionLostError extends Error {
  override readonly name = 'ConnectionLostError';

  constructor(message = 'The connection to the server was lost.') {
    super(message);
  }
}

/** What to tell a person of an error. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
