import type { AlgorithmDescription, AlgorithmEntry, LearningType, ParameterInfo } from '../wire/messages';
import type { Api } from '../wire/methods';

const listMethods = { train: 'algorithms', decomp: 'decomp.algorithms', cluster: 'cluster.algorithms' } as const;
const describeMethods = { train: 'algorithm.describe', decomp: 'decomp.algorithm.describe', cluster: 'cluster.algorithm.describe' } as const;

const of = (engine: string): { engine?: string } => (engine ? { engine } : {});

/** What can be asked for of the server's default engine, or of the one that is named. Answers are kept for as long as the server is the same. */
export class Catalog {
  readonly #api: Api;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(api: Api) {
    this.#api = api;
  }

  algorithms(type: LearningType, engine = ''): Promise<AlgorithmEntry[]> {
    const method = listMethods[type];
    return this.#once(`${engine} ${method}`, async () => (await this.#api.call(method, of(engine))).result.algorithms);
  }

  describe(type: LearningType, name: string, engine = ''): Promise<AlgorithmDescription> {
    const method = describeMethods[type];
    return this.#once(`${engine} ${method} ${name}`, async () => (await this.#api.call(method, { name, ...of(engine) })).result);
  }

  resampler(engine = ''): Promise<ParameterInfo[]> {
    return this.#once(`${engine} resampler`, async () => (await this.#api.call('resampler.describe', of(engine))).result.parameters);
  }

  preprocessor(engine = ''): Promise<ParameterInfo[]> {
    return this.#once(`${engine} preprocessor`, async () => (await this.#api.call('preprocessor.describe', of(engine))).result.parameters);
  }

  /** Forgets all answers: another server may have come up. */
  clear(): void {
    this.#answers.clear();
  }

  #once<T>(key: string, ask: () => Promise<T>): Promise<T> {
    const kept = this.#answers.get(key) as Promise<T> | undefined;
    if (kept) return kept;
    const answer = ask();
    this.#answers.set(key, answer);
    answer.catch(() => this.#answers.delete(key));
    return answer;
  }
}
