import { createServer, request as ask, type Server } from 'node:http';
import { connect } from 'node:net';

/** The page as another origin serves it, and what it asks for sent on to the real server: as if a stranger had copied it. */
export async function startForeignPage(serverPort: number): Promise<{ origin: string; stop: () => Promise<void> }> {
  const host = `127.0.0.1:${serverPort}`;
  const foreign = createServer((incoming, outgoing) => {
    const passed = ask({ host: '127.0.0.1', port: serverPort, path: incoming.url, method: incoming.method, headers: { ...incoming.headers, host } }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on('error', () => outgoing.destroy());
    incoming.pipe(passed);
  });
  foreign.on('upgrade', (incoming, socket, head) => {
    const onward = connect(serverPort, '127.0.0.1', () => {
      const lines = Object.entries({ ...incoming.headers, host }).map(([name, value]) => `${name}: ${String(value)}`);
      onward.write([`GET ${incoming.url ?? '/'} HTTP/1.1`, ...lines, '', ''].join('\r\n'));
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((resolve) => foreign.listen(0, '127.0.0.1', resolve));
  const address = foreign.address();
  if (typeof address !== 'object' || !address) throw new Error('The foreign page has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, stop: () => stopServer(foreign) };
}

function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
