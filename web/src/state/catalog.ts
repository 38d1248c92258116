import type { AlgorithmDescription, AlgorithmEntry, LearningType, ParameterInfo } from '../wire/messages';
import type { Api } from '../wire/methods';

const listMethods = { train: 'algorithms', decomp: 'decomp.algorithms', cluster: 'cluster.algorithms' } as const;
const describeMethods = { train: 'algorithm.describe', decomp: 'decomp.algorithm.describe', cluster: 'cluster.algorithm.describe' } as const;

/** What can be asked for. Answers are kept for as long as the server is the same. */
export class Catalog {
  readonly #api: Api;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(api: Api) {
    this.#api = api;
  }

  algorithms(type: LearningType): Promise<AlgorithmEntry[]> {
    const method = listMethods[type];
    return this.#once(method, async () => (await this.#api.call(method, {})).result.algorithms);
  }

  describe(type: LearningType, name: string): Promise<AlgorithmDescription> {
    const method = describeMethods[type];
    return this.#once(`${method} ${name}`, async () => (await this.#api.call(method, { name })).result);
  }

  resampler(): Promise<ParameterInfo[]> {
    return this.#once('resampler', async () => (await this.#api.call('resampler.describe', {})).result.parameters);
  }

  preprocessor(): Promise<ParameterInfo[]> {
    return this.#once('preprocessor', async () => (await this.#api.call('preprocessor.describe', {})).result.parameters);
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
