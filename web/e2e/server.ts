import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The built server, started as a person would start it. */
export interface RunningServer {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  readonly origin: string;
  readonly port: number;
  readonly token: string;
  /** The address with the one-time code that the server printed. */
  readonly link: string;
  /** All that it has written so far, both streams. */
  output(): string;
  /** Ends it as Ctrl-C does. */
  stop(): Promise<void>;
  /** Ends it as a power cut does. */
  kill(): Promise<void>;
}

const built = fileURLToPath(new URL('../../artifacts/bin/Rtemis.Cli/debug/rtemis-server', import.meta.url));

/** The program to start; `RTEMIS_SERVER` names another one. */
export function serverPath(): string {
  const path = process.env['RTEMIS_SERVER'] ?? built;
  if (!existsSync(path)) throw new Error(`There is no built server at ${path}: run \`dotnet build\` first, or set RTEMIS_SERVER.`);
  return path;
}

/** Starts a server and waits until it says where it listens. Without a port it takes a free one, without a state folder it keeps nothing. */
export async function startServer(options: { port?: number; stateDir?: string; args?: string[] } = {}): Promise<RunningServer> {
  const port = options.port ?? (await freePort());
  const state = options.stateDir ? ['--state-dir', options.stateDir] : ['--ephemeral'];
  // These tests have nothing to do with the R of the machine.
  const child = spawn(serverPath(), ['--port', String(port), '--engine', 'native', ...state, ...(options.args ?? [])], { stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stderr.on('data', (bytes: Buffer) => (output += bytes.toString()));
  const found: { link?: string; token?: string } = {};
  await new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The server ended with ${code} before it listened:\n${output}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      output += `${line}\n`;
      const link = /http:\/\/\S+#code=\S+/.exec(line)?.[0];
      const token = /^\s*token\s+(\S+)/.exec(line)?.[1];
      if (link) found.link = link;
      if (token) found.token = token;
      if (found.link && found.token) resolve();
    });
  });
  const { link, token } = found as { link: string; token: string };
  return { origin: new URL(link).origin, port, token, link, output: () => output, stop: () => end(child, 'SIGINT'), kill: () => end(child, 'SIGKILL') };
}

// The server takes ports up to 49151 only; the system may offer higher ones.
async function freePort(): Promise<number> {
  for (;;) {
    const port = await new Promise<number>((resolve, reject) => {
      const probe = createServer().once('error', reject);
      probe.listen(0, '127.0.0.1', () => {
        const address = probe.address();
        probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
    });
    if (port >= 1024 && port <= 49151) return port;
  }
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill(signal);
  });
}
