import { titleOf } from '../format/words';
import { formatRoute } from '../shell/route.svelte';
import type { App } from '../state/app.svelte';
import type { Job } from '../state/job.svelte';
import { Input } from './input';
import { Results } from './load';
import type { ModelJob, ResultPlace } from './place';
import { ServerResult, ServerTable } from './server-source';

/** Results in the session that made them. */
export class SessionPlace implements ResultPlace {
  readonly #app: App;
  readonly unknownModel = 'no longer there';

  constructor(app: App) {
    this.#app = app;
  }

  get kindColors(): Readonly<Record<string, string>> {
    return this.#app.ready?.kind_colors ?? {};
  }

  results(job: Job): Results {
    const results = kept.get(job) ?? new Results(new ServerResult(this.#app.api, job.id));
    // Again the last: the first is the one that was looked at longest ago.
    kept.delete(job);
    kept.set(job, results);
    for (const old of kept.keys()) {
      if (kept.size <= mostKept) break;
      kept.delete(old);
    }
    return results;
  }

  input(job: Job, rows: number): Input | string {
    const handle = job.summary.data_handle;
    const table = handle ? this.#app.session?.table(handle) : undefined;
    if (!handle || !table) return gone;
    return table.rows === rows ? new Input(new ServerTable(this.#app.api, handle), { rows, cols: table.cols }) : other;
  }

  model(job: Job, id: string): ModelJob | null {
    const trained = this.#app.session?.job(id);
    if (!trained) return null;
    return { title: titleOf(trained.summary), href: formatRoute({ view: 'job', id }), sameTable: trained.summary.data_handle === job.summary.data_handle };
  }
}

const gone = 'The table that this was made of is not in the session any more, so its columns cannot be shown.';
const other = 'The result has other rows than its table has now, so their columns cannot be shown together.';

const kept = new Map<Job, Results>();
const mostKept = 6;
