import type { Catalog } from '../state/catalog';
import { messageOf, ServerError } from '../wire/errors';
import type { AlgorithmEntry, DataDescription, EngineInfo, JobRequest, LearningType, SubmittedJob } from '../wire/messages';
import type { Api } from '../wire/methods';
import { requestOf } from '../state/requests';
import { describeTable } from './descriptions';
import { readRefusal, type Refusal } from './refusal';
import { buildRequest, type BuiltRequest } from './request';
import { algorithmsOf, restoreState } from './restore';
import { schemaOf, type Descriptions } from './schema';
import { emptyKept, emptyState, type FormState, type Json, type Schema, type Texts } from './state';
import { cautionOf, firstAlgorithm, obstaclesOf, taskOf, unsuitable, type Task } from './task';
import { countFits, type FitCount } from './tuning';

/** The parts of a form that are options with texts. */
export type Part = 'options' | 'search' | 'outer' | 'inner' | 'preprocessing' | 'decomposition' | 'execution';

/** A new job while it is being put together. */
export class JobForm {
  state = $state() as FormState;
  entries = $state.raw<AlgorithmEntry[]>([]);
  decompositions = $state.raw<AlgorithmEntry[]>([]);
  engines = $state.raw<EngineInfo[]>([]);
  data = $state.raw<DataDescription | null>(null);
  refusals = $state.raw<Refusal[]>([]);
  /** What could not be loaded. */
  trouble = $state('');
  ready = $state(false);
  submitting = $state(false);

  readonly task: Task | null = $derived.by(() => this.#taskOf(this.data));
  readonly obstacles: string[] = $derived.by(() => (this.data && this.state.type === 'train' ? obstaclesOf(this.data) : []));
  readonly schema: Schema = $derived.by(() => schemaOf(this.state.type, this.#answers));
  readonly built: BuiltRequest = $derived.by(() => buildRequest(this.state, this.schema));
  /** What is wrong, as a sentence for each field. */
  readonly problems: ReadonlyMap<string, string> = $derived.by(() => {
    const texts = new Map<string, string>();
    for (const { field, text } of this.refusals) if (field) texts.set(field, text);
    for (const { field, label, text } of this.built.problems) texts.set(field, `${label} ${text}.`);
    return texts;
  });
  readonly fits: FitCount | null = $derived.by(() => (this.state.type === 'train' ? countFits(this.state, this.schema, this.data?.rows ?? null) : null));
  readonly caution: string | null = $derived.by(() => {
    if (!this.data || this.state.type !== 'train' || !this.state.algorithm) return null;
    return cautionOf(this.state.algorithm, this.data, { imputed: this.state.preprocessing['impute'] === 'true', weights: this.state.weights !== '' });
  });

  #answers = $state.raw<Descriptions>({});
  readonly #api: Api;
  readonly #catalog: Catalog;

  constructor(api: Api, catalog: Catalog, type: LearningType) {
    this.#api = api;
    this.#catalog = catalog;
    this.state = emptyState(type);
    // A training score alone misleads: models of a new form are tested on cases that they have not seen.
    if (type === 'train') this.state.outer.type = 'KFold';
  }

  /** Loads what can be chosen, and chooses: the table with an algorithm that suits it, or what an earlier job had. */
  async open(table: string, from: string): Promise<void> {
    try {
      await Promise.all([this.#loadCatalog(), this.#loadEngines()]);
      if (from) await this.#restore(await requestOf(this.#api, from), table);
      else if (table) await this.chooseTable(table);
      this.ready = true;
    } catch (error) {
      this.trouble = messageOf(error);
    }
  }

  /** Takes another table. What was chosen of its columns is chosen anew. */
  async chooseTable(handle: string): Promise<void> {
    this.state.table = handle;
    this.state.weights = this.state.positiveClass = '';
    this.#changed('table');
    this.data = null;
    const data = await this.#load(describeTable(this.#api, handle));
    if (!data || this.state.table !== handle) return;
    this.data = data;
    if (this.state.type !== 'train') this.chooseFeatures(numeric(data));
    const chosen = this.entries.find((e) => e.name === this.state.algorithm);
    // Reckoned anew: the form may have been left while the table was described, and what is derived for its views with it.
    const task = this.#taskOf(data);
    if (!chosen || unsuitable(chosen, task, data)) await this.chooseAlgorithm(firstAlgorithm(this.state.type, this.entries, task, data));
  }

  /** Takes another engine: what it offers is loaded, and what was chosen stays as far as it has it. */
  async chooseEngine(name: string): Promise<void> {
    this.state.engine = name;
    this.#changed('engine');
    if ((await this.#load(this.#loadCatalog().then(() => true))) === null || this.state.engine !== name) return;
    const { algorithm } = this.state;
    const step = this.state.decomposition.algorithm;
    if (step && !this.decompositions.some((d) => d.name === step)) await this.chooseDecomposition('');
    else if (step) await this.#describeDecomposition(step);
    if (this.entries.some((e) => e.name === algorithm)) await this.#describeAlgorithm(algorithm);
    else if (this.data) await this.chooseAlgorithm(firstAlgorithm(this.state.type, this.entries, this.#taskOf(this.data), this.data));
  }

  async chooseAlgorithm(name: string): Promise<void> {
    this.state.algorithm = name;
    this.state.options = {};
    this.state.search = {};
    this.state.kept.options = {};
    this.#changed('algorithm');
    this.#answers = { ...this.#answers, algorithm: [] };
    if (name) await this.#describeAlgorithm(name);
  }

  async chooseDecomposition(name: string): Promise<void> {
    this.state.decomposition = { algorithm: name, options: {} };
    this.state.kept.decomposition = {};
    this.state.kept.decompositionOptions = {};
    this.#changed('decomposition');
    this.#answers = { ...this.#answers, decomposition: [] };
    if (name) await this.#describeDecomposition(name);
  }

  /** Another way to hold cases out. Options that it shares with the earlier one stay. */
  chooseResampler(part: 'outer' | 'inner', type: string): void {
    (part === 'outer' ? this.state.outer : this.state.tuner.inner).type = type;
    this.state.kept[part] = {};
    this.#changed(part);
  }

  /** Takes the columns, in the table's order; all of them need not be named. */
  chooseFeatures(names: ReadonlySet<string>): void {
    const columns = this.data?.columns.map((c) => c.name) ?? [];
    const chosen = columns.filter((name) => names.has(name));
    this.state.features = chosen.length === columns.length ? null : chosen;
    this.#changed('features');
  }

  texts(part: Part): Texts {
    switch (part) {
      case 'outer':
        return this.state.outer.options;
      case 'inner':
        return this.state.tuner.inner.options;
      case 'decomposition':
        return this.state.decomposition.options;
      default:
        return this.state[part];
    }
  }

  /** Puts a text into an option's field; an empty one gives it its default again. */
  type(part: Part, name: string, text: string): void {
    const texts = this.texts(part);
    if (text === '' && part !== 'search') delete texts[name];
    else texts[name] = text;
    this.#changed(`${part}.${name}`);
  }

  stopSearching(name: string): void {
    delete this.state.search[name];
    this.#changed(`search.${name}`);
  }

  set(name: 'weights' | 'positiveClass' | 'question', value: string): void {
    this.state[name] = value;
    this.#changed(name);
  }

  setTuner(name: 'metric' | 'randomized', value: string): void {
    this.state.tuner[name] = value;
    if (name === 'metric') {
      const { metric: _, maximize: __, ...kept } = this.state.kept.tuner;
      this.state.kept.tuner = kept;
    }
    this.#changed(`tuner.${name}`);
  }

  /** Members of the earlier request that have no field. */
  get keptNames(): string[] {
    const { params, ...parts } = this.state.kept;
    return [...Object.keys(params), ...Object.values(parts).flatMap((part: Json) => Object.keys(part))];
  }

  dropKept(): void {
    this.state.kept = emptyKept();
  }

  /** Sends the job; null when the form or the server says no, which is then shown at the fields. */
  async submit(): Promise<SubmittedJob | null> {
    const { method, params, problems } = this.built;
    // Taken now: by the answer the form may have been left.
    const schema = this.schema;
    if (!this.ready || this.submitting || problems.length > 0) return null;
    this.submitting = true;
    this.refusals = [];
    try {
      return (await this.#api.call(method, params)).result;
    } catch (error) {
      const refused = error instanceof ServerError && (error.code === 'invalid_params' || error.code === 'not_found');
      this.refusals = refused ? readRefusal(error.message, this.state, schema) : [{ field: null, text: messageOf(error) }];
      return null;
    } finally {
      this.submitting = false;
    }
  }

  #taskOf(data: DataDescription | null): Task | null {
    return data && this.state.type === 'train' ? taskOf(data) : null;
  }

  // What the chosen engine offers.
  async #loadCatalog(): Promise<void> {
    const { type, engine } = this.state;
    const [entries] = await Promise.all([this.#catalog.algorithms(type, engine), type === 'train' ? this.#loadTraining(engine) : null]);
    if (this.state.engine === engine) this.entries = entries;
  }

  async #loadTraining(engine: string): Promise<void> {
    const [resampler, preprocessor, decompositions] = await Promise.all([
      this.#catalog.resampler(engine), this.#catalog.preprocessor(engine), this.#catalog.algorithms('decomp', engine),
    ]);
    if (this.state.engine !== engine) return;
    this.#answers = { ...this.#answers, resampler, preprocessor };
    this.decompositions = decompositions.filter((d) => d.applicable);
  }

  async #describeAlgorithm(name: string): Promise<void> {
    const { type, engine } = this.state;
    const answer = await this.#load(this.#catalog.describe(type, name, engine));
    if (answer && this.state.algorithm === name && this.state.engine === engine) this.#answers = { ...this.#answers, algorithm: answer.hyperparameters };
  }

  async #describeDecomposition(name: string): Promise<void> {
    const { engine } = this.state;
    const answer = await this.#load(this.#catalog.describe('decomp', name, engine));
    if (answer && this.state.decomposition.algorithm === name && this.state.engine === engine) this.#answers = { ...this.#answers, decomposition: answer.hyperparameters };
  }

  async #loadEngines(): Promise<void> {
    this.engines = (await this.#api.call('info', {})).result.engines;
  }

  async #restore({ method, params }: JobRequest, table: string): Promise<void> {
    if (method !== this.state.type) throw new Error('The earlier job is of another type.');
    const request = { method, params };
    const { algorithm, decomposition } = algorithmsOf(request);
    const engine = typeof params['engine'] === 'string' ? params['engine'] : '';
    if (engine !== this.state.engine) {
      this.state.engine = engine;
      await this.#loadCatalog();
    }
    const known = this.entries.find((e) => e.name.toLowerCase() === algorithm.toLowerCase());
    const [own, steps] = await Promise.all([
      known ? this.#catalog.describe(request.method, known.name, engine) : null,
      decomposition ? this.#catalog.describe('decomp', decomposition, engine).catch(() => null) : null,
    ]);
    this.#answers = { ...this.#answers, algorithm: own?.hyperparameters ?? [], decomposition: steps?.hyperparameters ?? [] };
    this.state = restoreState(request, schemaOf(request.method, this.#answers));
    if (known) this.state.algorithm = known.name;
    if (table) this.state.table = table;
    const data = await this.#load(describeTable(this.#api, this.state.table));
    if (data) this.data = data;
    // The table of an old job may be gone: another one is to be chosen.
    else this.state.table = '';
  }

  async #load<T>(asked: Promise<T>): Promise<T | null> {
    try {
      return await asked;
    } catch (error) {
      this.trouble = messageOf(error);
      return null;
    }
  }

  // What the server said of a field is settled once the field is changed; what it said of none, with any change.
  #changed(field: string): void {
    this.trouble = '';
    this.refusals = this.refusals.filter((r) => r.field !== null && r.field !== field);
  }
}

function numeric(data: DataDescription): Set<string> {
  return new Set(data.columns.filter((c) => c.type === 'integer' || c.type === 'double').map((c) => c.name));
}
