import type {
  AlgorithmDescription,
  AlgorithmEntry,
  DataDescription,
  DataEntry,
  ColumnType,
  JobRequest,
  JobSummary,
  JsonSlice,
  JsonValue,
  ParameterInfo,
  ServerInfo,
  SessionEntry,
  SessionSnapshot,
  SubmittedJob,
  TablePointer,
  TableSlice,
  WindowParams,
} from './messages';

type Nothing = Record<string, never>;
/** The engine that is asked about; without it the default one. */
type OfEngine = { engine?: string };
type Json = { [key: string]: JsonValue };

/** Every method that the page calls: what it takes and what it answers. */
export interface Methods {
  auth: [{ token: string } | { code: string }, { connection_id: string; token?: string }];
  ping: [Nothing, { ts: string }];
  info: [Nothing, ServerInfo];
  algorithms: [OfEngine, { algorithms: AlgorithmEntry[] }];
  'algorithm.describe': [{ name: string } & OfEngine, AlgorithmDescription];
  'decomp.algorithms': [OfEngine, { algorithms: AlgorithmEntry[] }];
  'decomp.algorithm.describe': [{ name: string } & OfEngine, AlgorithmDescription];
  'cluster.algorithms': [OfEngine, { algorithms: AlgorithmEntry[] }];
  'cluster.algorithm.describe': [{ name: string } & OfEngine, AlgorithmDescription];
  'resampler.describe': [OfEngine, { parameters: ParameterInfo[] }];
  'preprocessor.describe': [OfEngine, { parameters: ParameterInfo[] }];
  'session.list': [Nothing, { sessions: SessionEntry[] }];
  'session.create': [{ name?: string }, SessionSnapshot];
  'session.join': [{ session_id: string; since?: number }, SessionSnapshot];
  'session.detach': [Nothing, { detached: boolean }];
  'session.rename': [{ name: string }, { session_id: string; name: string }];
  'session.delete': [Nothing, { deleted: boolean; session_id: string }];
  'session.info': [Nothing, SessionSnapshot];
  'data.upload.begin': [{ name: string; total_bytes: number; n_chunks: number }, { upload_id: string }];
  'data.upload.chunk': [{ upload_id: string; chunk_index: number }, { received_count: number; received_bytes: number; total_bytes: number }];
  'data.upload.end': [{ upload_id: string }, DataEntry];
  'data.upload.cancel': [{ upload_id: string }, { cancelled: boolean }];
  'data.list': [Nothing, { handles: DataEntry[] }];
  'data.describe': [{ data_handle: string; distribution?: boolean }, DataDescription];
  'data.preview': [{ data_handle: string } & WindowParams, TablePointer];
  'data.arrange': [{ data_handle: string; name?: string; columns: { name: string; type?: ColumnType }[] }, DataEntry];
  'data.delete': [{ data_handle: string }, { deleted: boolean }];
  train: [Json, SubmittedJob];
  decomp: [Json, SubmittedJob];
  cluster: [Json, SubmittedJob];
  predict: [{ job_id: string; data_handle: string; question?: string }, SubmittedJob];
  'job.list': [Nothing, { jobs: JobSummary[] }];
  'job.status': [{ job_id: string }, JobSummary];
  'job.cancel': [{ job_id: string }, { cancelled: boolean }];
  'job.delete': [{ job_id: string }, { deleted: boolean }];
  'job.request': [{ job_id: string }, JobRequest];
  'job.result': [{ job_id: string; slice: JsonSlice | TableSlice } & WindowParams, TablePointer | Json];
}

export type MethodName = keyof Methods;
export type ParamsOf<M extends MethodName> = Methods[M][0];
export type ResultOf<M extends MethodName> = Methods[M][1];

export interface Reply<M extends MethodName> {
  result: ResultOf<M>;
  /** The bytes after the header: a table, or nothing. */
  payload: Uint8Array | null;
}

export interface CallOptions {
  payload?: Uint8Array;
  signal?: AbortSignal;
}

/**
 * What the page asks the server through. A call is answered, or fails with a `ServerError` (the server said no), a `ConnectionLostError` (it is not
 * known whether the server did it) or the signal's reason. Calls made while there is no connection fail at once with `ConnectionLostError`.
 */
export interface Api {
  call<M extends MethodName>(method: M, params: ParamsOf<M>, options?: CallOptions): Promise<Reply<M>>;
}
