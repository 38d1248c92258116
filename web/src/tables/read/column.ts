/** What a column becomes. Times are microseconds from 1970-01-01 in UTC. */
export type BuiltKind = 'logical' | 'integer' | 'double' | 'date' | 'datetime' | 'factor';

export type Values = Uint8Array | Int32Array | Float64Array | BigInt64Array;

/** Some rows of a column. Logical values are bits, as missing ones are: a bit of `validity` is 1 where there is a value; none: all are there. */
export interface Chunk {
  readonly length: number;
  readonly values: Values;
  readonly validity: Uint8Array | null;
  readonly missing: number;
}

export interface BuiltColumn {
  readonly name: string;
  readonly kind: BuiltKind;
  readonly chunks: readonly Chunk[];
  /** A factor's levels; its values are positions in them. */
  readonly levels?: readonly string[];
}

export interface BuiltTable {
  columns: BuiltColumn[];
  rows: number;
  /** Sentences for the person who chose the file. */
  warnings: string[];
}
