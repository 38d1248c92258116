import { isObject } from '../format/json';
import { jsonSlice } from '../format/json-slice';
import { decodeWindow } from '../tables/arrow-window';
import type { GridWindow } from '../ui/grid-window';
import type { ColumnInfo, JsonSlice, JsonValue, TablePointer, TableSlice, WindowParams } from '../wire/messages';
import type { Api } from '../wire/methods';
import type { ResultSource, TableAnswer, TableSource } from './source';

/** A job's result as the server has it. */
export class ServerResult implements ResultSource {
  readonly #api: Api;
  readonly #job: string;

  constructor(api: Api, job: string) {
    this.#api = api;
    this.#job = job;
  }

  document(slice: JsonSlice, signal?: AbortSignal): ReturnType<ResultSource['document']> {
    return jsonSlice(this.#api, this.#job, slice, signal);
  }

  async table(slice: TableSlice, params: WindowParams, signal?: AbortSignal): Promise<TableAnswer> {
    const { result, payload } = await this.#api.call('job.result', { job_id: this.#job, slice, ...params }, signal ? { signal } : {});
    const { rows, total_rows, columns, colors } = result as TablePointer;
    return { stream: filled(payload), total: total_rows ?? rows, columns: [columns ?? []].flat(), colors: textsOf(colors) };
  }

  async window(slice: TableSlice, params: WindowParams, signal?: AbortSignal): Promise<GridWindow> {
    const { stream, total } = await this.table(slice, params, signal);
    return decodeWindow(stream, total);
  }
}

/** A table of the session. */
export class ServerTable implements TableSource {
  readonly #api: Api;
  readonly #handle: string;

  constructor(api: Api, handle: string) {
    this.#api = api;
    this.#handle = handle;
  }

  async columns(): Promise<ColumnInfo[]> {
    return (await this.#api.call('data.describe', { data_handle: this.#handle })).result.columns;
  }

  async bytes(params: WindowParams, signal?: AbortSignal): Promise<Uint8Array | null> {
    return filled((await this.#preview(params, signal)).payload);
  }

  async window(params: WindowParams, signal?: AbortSignal): Promise<GridWindow> {
    const { result, payload } = await this.#preview(params, signal);
    return decodeWindow(filled(payload), (result as TablePointer).total_rows);
  }

  #preview(params: WindowParams, signal?: AbortSignal) {
    return this.#api.call('data.preview', { data_handle: this.#handle, ...params }, signal ? { signal } : {});
  }
}

const filled = (payload: Uint8Array | null): Uint8Array | null => (payload && payload.length > 0 ? payload : null);

// What is from another program may be anything.
function textsOf(told: JsonValue | undefined): Record<string, string> {
  return isObject(told) ? Object.fromEntries(Object.entries(told).filter((e): e is [string, string] => typeof e[1] === 'string')) : {};
}
