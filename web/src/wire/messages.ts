/** What travels between page and server, as docs/protocol.md has it. Names are the wire's. */

export interface ReadyData {
  server: string;
  rtemis_version: string;
  kind_colors: Record<string, string>;
  protocol: number;
  limits: { header: number; frame: number; data_handles: number; unauthenticated_seconds: number };
  /** Changes at each start of the server: tells "restarted" from "reconnected". */
  instance: string;
}

export interface ServerInfo {
  server: string;
  rtemis_server_version: string;
  rtemis_version: string;
  r_version: string | null;
  daemons: number;
  max_concurrent: number;
  uptime_seconds: number;
  n_sessions: number;
  n_jobs_running: number;
  /** The name of the one that runs jobs that name none. */
  engine: string;
  engines: EngineInfo[];
}

export interface EngineInfo {
  name: string;
  rtemis_version: string;
  r_version: string | null;
}

/** The jobs that learn from a table by an algorithm. */
export type LearningType = 'train' | 'decomp' | 'cluster';
export type JobType = LearningType | 'predict';
export type JobStatus = 'queued' | 'running' | 'cancelling' | 'complete' | 'failed' | 'cancelled';
export const finalStatuses: ReadonlySet<JobStatus> = new Set<JobStatus>(['complete', 'failed', 'cancelled']);

export interface ErrorBody {
  code: string;
  message: string;
  details?: Record<string, unknown>;
}

export interface JobSummary {
  job_id: string;
  type: JobType;
  status: JobStatus;
  submitted_at: string;
  started_at: string | null;
  completed_at: string | null;
  stage: string | null;
  fraction: number | null;
  last_message: string | null;
  error: ErrorBody | string | null;
  queue_position?: number;
  engine?: string;
  algorithm?: string;
  question?: string | null;
  data_handle?: string;
  data_name?: string;
}

export interface DataEntry {
  data_handle: string;
  name: string;
  rows: number;
  cols: number;
}

export interface SessionSnapshot {
  session_id: string;
  name: string;
  created: string;
  last_seen: string;
  n_connections: number;
  jobs: { job_id: string; status: JobStatus; stage: string | null; fraction: number | null }[];
  data: DataEntry[];
}

export interface SessionEntry {
  session_id: string;
  name: string;
  created: string;
  last_seen: string;
  n_connections: number;
  n_jobs: number;
  jobs_running: number;
}

export type ColumnType = 'factor' | 'logical' | 'integer' | 'double' | 'date' | 'datetime';
export type NumberDistribution = { breaks: number[]; counts: number[] };
export type FactorDistribution = { levels: { level: string; count: number }[]; other: number };

export interface ColumnInfo {
  name: string;
  type: ColumnType;
  n_missing: number;
  n_unique: number;
  summary:
    | { min: number | null; max: number | null; mean: number | null }
    | { top: Record<string, number> }
    | { n_true: number; n_false: number }
    | null;
  /** Only when asked for; null where there is nothing to show. */
  distribution?: NumberDistribution | FactorDistribution | null;
}

export interface DataDescription {
  rows: number;
  cols: number;
  columns: ColumnInfo[];
}

export interface SortKey {
  column: string;
  descending?: boolean;
}

export interface WindowParams {
  offset?: number;
  limit?: number;
  columns?: string[];
  sort?: SortKey[];
}

/** What stands in the header of a table; the table itself is the payload, an Arrow IPC stream, or nothing when there are no rows. */
export interface TablePointer {
  rows: number;
  cols: number;
  columns: string[];
  format: 'arrow-ipc';
  /** Rows of the whole table, when a window was asked for. */
  total_rows?: number;
  /** Slice `session`: the colour of each kind of step. */
  colors?: Record<string, string>;
}

export interface AlgorithmEntry {
  name: string;
  description: string;
  supports_classification?: boolean;
  supports_regression?: boolean;
  supports_survival?: boolean;
  applicable?: boolean;
}

export type ValueType = 'logical' | 'integer' | 'double' | 'character';
export type JsonValue = null | boolean | number | string | JsonValue[] | { [key: string]: JsonValue };

export interface ParameterInfo {
  name: string;
  /** The type of the default value. */
  type: 'null' | 'logical' | 'integer' | 'double' | 'character' | 'other';
  default: JsonValue;
  tunable: boolean;
  choices?: string[];
  /** The type that a value must have, also where the default is null. */
  value_type?: ValueType;
  nullable?: boolean;
  vector?: boolean;
  minimum?: number;
  maximum?: number;
  exclusive_minimum?: number;
  exclusive_maximum?: number;
  help?: string;
}

export interface AlgorithmDescription {
  name: string;
  description: string;
  hyperparameters: ParameterInfo[];
}

export interface SubmittedJob {
  job_id: string;
  status: JobStatus;
  queue_position?: number;
}

export type JsonSlice = 'summary' | 'metrics' | 'record' | 'raw';
export type TableSlice = 'varimp' | 'predictions' | 'roc' | 'session' | 'transformed' | 'loadings' | 'assignments';

/** The request of a job, as it was submitted. */
export interface JobRequest<T extends JobType = JobType> {
  method: T;
  params: { [key: string]: JsonValue };
}

/** `job.progress`: a sentence, a step that begins or ends, or a counter. */
export interface ProgressData {
  job_id: string;
  stage: string | null;
  message: string;
  ts: string;
  level: 'info' | 'start' | 'done' | 'progress' | 'warn' | 'error';
  /** The run that the node belongs to: runs within a run number their nodes anew. */
  session_id?: string;
  node_id?: string;
  parent_id?: string | null;
  kind?: string;
  label?: string | null;
  status?: 'start' | 'update' | 'done' | 'error';
  current?: number | null;
  total?: number | null;
  fraction?: number | null;
}

/** Every event that the page knows. */
export interface Events {
  ready: ReadyData;
  heartbeat: { ts: string; daemon_count: number; jobs_running: number };
  'session.connection_left': { session_id: string; connection_id: string; n_connections: number };
  'session.events_dropped': { events_dropped: number };
  'session.changed': { session_id: string; changed: 'data' | 'jobs' | 'name' | 'connections' };
  'session.deleted': { session_id: string };
  'job.started': { job_id: string; started_at: string };
  'job.progress': ProgressData;
  'job.complete': { job_id: string; summary: JobSummary };
  'job.failed': { job_id: string; error: ErrorBody };
  'job.cancelled': { job_id: string };
}

export type EventName = keyof Events;
export type ServerEvent = { [N in EventName]: { event: N; seq?: number; data: Events[N] } }[EventName];
