import type { Page } from 'playwright-core';
import { FrameDecoder } from '../src/wire/frame';

export interface SentRequest {
  method: string;
  params: unknown;
}

/** Listens to what the page asks of the server from now on. To be called before the page is opened. */
export function listenToRequests(page: Page): SentRequest[] {
  const sent: SentRequest[] = [];
  page.on('websocket', (socket) => {
    const decoder = new FrameDecoder();
    socket.on('framesent', ({ payload }) => {
      if (typeof payload === 'string') return;
      for (const { header } of decoder.push(payload)) sent.push({ method: String(header['method']), params: header['params'] });
    });
  });
  return sent;
}
