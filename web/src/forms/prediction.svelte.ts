import { SvelteMap } from 'svelte/reactivity';
import { messageOf } from '../wire/errors';
import type { DataEntry, SubmittedJob } from '../wire/messages';
import type { Api } from '../wire/methods';
import { columnsOf } from './columns';
import { fitnessOf, readStart, suits, type Fitness, type Model } from './model';

/** A table of the session with how it suits the model; null while that is not known. */
export interface Candidate {
  table: DataEntry;
  fitness: Fitness | null;
}

/** A prediction while it is being put together. */
export class PredictionForm {
  model = $state.raw<Model | null>(null);
  table = $state('');
  question = $state('');
  /** What could not be loaded, or what the server refused. */
  trouble = $state('');
  submitting = $state(false);

  readonly #fitness = new SvelteMap<string, Fitness>();
  readonly #api: Api;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Loads the model, and chooses a table: the one that is asked for, or the newest that suits. */
  async open(table: string, from: string, tables: readonly DataEntry[]): Promise<void> {
    try {
      const start = await readStart(this.#api, from);
      this.model = start.model;
      this.question = start.question;
      await Promise.all(tables.map((t) => this.assess(t.data_handle)));
      const suitable = tables.map((t) => t.data_handle).filter((handle) => this.#suits(handle));
      const wanted = [table || start.table].filter((handle) => suitable.includes(handle));
      // What the model learned from tells least.
      const others = suitable.filter((handle) => handle !== start.model.table);
      this.table ||= wanted[0] ?? others.at(-1) ?? suitable[0] ?? '';
    } catch (error) {
      this.trouble = messageOf(error);
    }
  }

  /** Finds out whether a table suits the model. One that cannot be looked at stays without an answer. */
  async assess(handle: string): Promise<void> {
    const { model } = this;
    if (!model || this.#fitness.has(handle)) return;
    const columns = await columnsOf(this.#api, handle).catch(() => null);
    if (columns) this.#fitness.set(handle, fitnessOf(model, columns));
  }

  /** Takes a table, if it suits. */
  choose(handle: string): void {
    this.trouble = '';
    if (this.#suits(handle)) this.table = handle;
  }

  candidates(tables: readonly DataEntry[]): Candidate[] {
    return tables.map((table) => ({ table, fitness: this.#fitness.get(table.data_handle) ?? null }));
  }

  get request(): { method: 'predict'; params: { job_id: string; data_handle: string; question?: string } } {
    const question = this.question.trim();
    return { method: 'predict', params: { job_id: this.model?.job ?? '', data_handle: this.table, ...(question ? { question } : {}) } };
  }

  /** Sends the job; null when the server says no. */
  async submit(): Promise<SubmittedJob | null> {
    if (!this.model || !this.table || this.submitting) return null;
    this.submitting = true;
    this.trouble = '';
    try {
      return (await this.#api.call('predict', this.request.params)).result;
    } catch (error) {
      this.trouble = messageOf(error);
      return null;
    } finally {
      this.submitting = false;
    }
  }

  #suits(handle: string): boolean {
    const fitness = this.#fitness.get(handle);
    return fitness !== undefined && suits(fitness);
  }
}
