import type { ParquetParsers, SchemaTree } from 'hyparquet';
import { DateBuilder, DateTimeBuilder, FactorBuilder, LogicalBuilder, NumberBuilder } from './builders';
import type { BuiltColumn } from './column';
import { ReadError } from './read-error';

const decoder = new TextDecoder();

/** Points in time as microseconds, dates as days, documents as the text they are. */
export const parsers: Partial<ParquetParsers> = {
  timestampFromMilliseconds: (value) => micro(value, 1e3),
  timestampFromMicroseconds: (value) => micro(value, 1),
  timestampFromNanoseconds: (value) => micro(value, 1e-3),
  dateFromDays: (days) => days,
  jsonFromBytes: (bytes: Uint8Array | undefined) => bytes && decoder.decode(bytes),
};

/** A column of a Parquet file while it is filled. */
export interface ParquetColumn {
  /** Adds a cell as the reader gives it; nothing for a missing one. */
  add(value: unknown): void;
  finish(name: string): BuiltColumn;
}

/** @throws ReadError The column holds what no column of a table can. */
export function parquetColumn({ element, children }: SchemaTree): ParquetColumn {
  const { name, type, converted_type: converted, logical_type: logical } = element;
  if (children.length > 0 || element.repetition_type === 'REPEATED') {
    throw new ReadError(`Column '${name}' holds lists or records; a table for learning has one value a cell.`);
  }
  if (type === 'BOOLEAN') return typed(name, new LogicalBuilder(), (v) => (typeof v === 'boolean' ? v : undefined));
  if (converted === 'DATE' || logical?.type === 'DATE') return typed(name, new DateBuilder(), number);
  if (converted?.startsWith('TIMESTAMP') || logical?.type === 'TIMESTAMP' || type === 'INT96') return typed(name, new DateTimeBuilder(), number);
  if (type === 'FLOAT' || type === 'DOUBLE' || converted === 'DECIMAL' || logical?.type === 'FLOAT16') return typed(name, new NumberBuilder('double'), number);
  if (type === 'INT32' || type === 'INT64') return typed(name, new NumberBuilder(), number);
  return typed(name, new FactorBuilder(), (v) => (typeof v === 'string' ? v : undefined));
}

interface Typed<T> {
  add(value: T): void;
  addMissing(): void;
  finish(name: string): BuiltColumn;
}

function typed<T>(column: string, builder: Typed<T>, convert: (value: unknown) => T | undefined): ParquetColumn {
  return {
    add: (value) => {
      if (value === null || value === undefined) return builder.addMissing();
      const converted = convert(value);
      if (converted === undefined) throw new ReadError(`Column '${column}' holds values that are neither numbers nor text.`);
      builder.add(converted);
    },
    finish: (name) => builder.finish(name),
  };
}

function number(value: unknown): number | undefined {
  if (typeof value === 'number') return value;
  return typeof value === 'bigint' ? Number(value) : undefined;
}

function micro(value: bigint | null | undefined, scale: number): number | undefined {
  return value === null || value === undefined ? undefined : Number(value) * scale;
}
