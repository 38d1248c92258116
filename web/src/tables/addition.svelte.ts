import type { DataEntry } from '../wire/messages';
import type { Api } from '../wire/methods';
import { messageOf } from '../wire/errors';
import type { OnProgress } from './read/progress';
import { readInWorker } from './read/read-in-worker';
import type { ReadResult } from './read/result';
import { tableName, uploadTable } from './upload';

export type AdditionPhase = 'reading' | 'sending' | 'checking' | 'failed' | 'done' | 'cancelled';

export type Reader = (file: File, onprogress: OnProgress, signal: AbortSignal) => Promise<ReadResult>;

/** A file on its way to become a table of the session. */
export class Addition {
  readonly name: string;
  phase = $state<AdditionPhase>('reading');
  /** Bytes of the phase. */
  done = $state(0);
  total = $state(0);
  warnings = $state<string[]>([]);
  /** The table that it became. */
  handle = $state<string | null>(null);
  problem = $state<string | null>(null);
  readonly #controller = new AbortController();

  constructor(file: File) {
    this.name = tableName(file.name);
    this.total = file.size;
  }

  get isRunning(): boolean {
    return this.phase === 'reading' || this.phase === 'sending' || this.phase === 'checking';
  }

  cancel(): void {
    this.#controller.abort();
  }

  /** Reads and sends the file; the new table, or null when that failed or was given up: `phase` and `problem` tell. */
  async run(api: Api, file: File, read: Reader): Promise<DataEntry | null> {
    const { signal } = this.#controller;
    try {
      const { stream, warnings } = await read(file, (done, total) => this.#progress(done, total), signal);
      this.warnings = warnings;
      this.phase = 'sending';
      this.#progress(0, stream.size);
      const entry = await uploadTable(api, this.name, stream, { signal, onprogress: (done, total) => this.#sent(done, total) });
      this.handle = entry.data_handle;
      this.phase = 'done';
      return entry;
    } catch (error) {
      this.phase = signal.aborted ? 'cancelled' : 'failed';
      if (!signal.aborted) this.problem = messageOf(error);
      return null;
    }
  }

  #progress(done: number, total: number): void {
    [this.done, this.total] = [done, total];
  }

  #sent(done: number, total: number): void {
    this.#progress(done, total);
    if (done === total) this.phase = 'checking';
  }
}

/** The addition that runs or ended last. One at a time: reading takes memory. It goes on while the person looks at something else. */
class Additions {
  current = $state<Addition | null>(null);

  get isBusy(): boolean {
    return this.current?.isRunning ?? false;
  }

  /** Adds a file; null when another is being added, or when it did not work. */
  async add(api: Api, file: File, read: Reader = readInWorker): Promise<DataEntry | null> {
    if (this.isBusy) return null;
    const addition = new Addition(file);
    this.current = addition;
    return addition.run(api, file, read);
  }

  dismiss(): void {
    if (!this.isBusy) this.current = null;
  }
}

export const additions = new Additions();
