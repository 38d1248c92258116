import { titleOf } from '../format/words';
import { Input } from '../results/input';
import { Results } from '../results/load';
import type { ModelJob, ResultPlace } from '../results/place';
import type { Job } from '../state/job.svelte';
import type { ReportDocument } from './document';
import { ReportResult } from './report-result';
import { ReportTable } from './report-table';

const leftOut = 'This report was written without the table that this was made of, so its columns cannot be shown.';

/** Results in a report: all that there is was written into it. */
export class ReportPlace implements ResultPlace {
  readonly #report: ReportDocument;
  readonly #results: Results;
  readonly #input: Input | null;
  readonly unknownModel = null;
  // The timeline's own table has those that it needs.
  readonly kindColors = {};

  constructor(report: ReportDocument) {
    this.#report = report;
    this.#results = new Results(new ReportResult(report));
    this.#input = report.input ? new Input(new ReportTable(report.input), { rows: report.input.kept, cols: report.input.columns.length }) : null;
  }

  results(): Results {
    return this.#results;
  }

  input(_: Job, rows: number): Input | string {
    return this.#input?.rows === rows ? this.#input : leftOut;
  }

  model(job: Job, id: string): ModelJob | null {
    const model = this.#report.model;
    if (!model || model.job_id !== id) return null;
    const sameTable = model.data_handle !== undefined && model.data_handle === job.summary.data_handle;
    return { title: titleOf(model), href: null, sameTable };
  }
}
