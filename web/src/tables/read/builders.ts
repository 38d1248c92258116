import { ChunkList, setBit } from './chunk-list';
import type { BuiltColumn } from './column';

/** Makes a column out of values of one type. */
export interface Builder<T> {
  readonly rows: number;
  add(value: T): void;
  addMissing(): void;
  finish(name: string): BuiltColumn;
}

const leastInteger = -2_147_483_647; // R takes the number below for a missing cell.
const mostInteger = 2_147_483_647;

/** Numbers: integers when all of them are whole and have 32 bits, unless they are known to be doubles. */
export class NumberBuilder implements Builder<number> {
  readonly #chunks = new ChunkList((n) => new Float64Array(n));
  #integers: boolean;

  constructor(type: 'any' | 'double' = 'any') {
    this.#integers = type === 'any';
  }

  get rows(): number {
    return this.#chunks.rows;
  }

  add(value: number): void {
    if (this.#integers && !(Number.isInteger(value) && value >= leastInteger && value <= mostInteger)) this.#integers = false;
    this.#chunks.push(value);
  }

  addMissing(): void {
    this.#chunks.pushMissing();
  }

  /** From here on the column is one of doubles, whatever its values: it was written with decimals. */
  setDouble(): void {
    this.#integers = false;
  }

  finish(name: string): BuiltColumn {
    if (!this.#integers) return { name, kind: 'double', chunks: this.#chunks.finish((values) => values) };
    return { name, kind: 'integer', chunks: this.#chunks.finish((values) => Int32Array.from(values)) };
  }
}

export class LogicalBuilder implements Builder<boolean> {
  readonly #chunks = new ChunkList((n) => new Uint8Array(n));

  get rows(): number {
    return this.#chunks.rows;
  }

  add(value: boolean): void {
    this.#chunks.push(value ? 1 : 0);
  }

  addMissing(): void {
    this.#chunks.pushMissing();
  }

  finish(name: string): BuiltColumn {
    return { name, kind: 'logical', chunks: this.#chunks.finish(packBits) };
  }
}

/** Days from 1970-01-01. */
export class DateBuilder implements Builder<number> {
  readonly #chunks = new ChunkList((n) => new Int32Array(n));

  get rows(): number {
    return this.#chunks.rows;
  }

  add(days: number): void {
    this.#chunks.push(days);
  }

  addMissing(): void {
    this.#chunks.pushMissing();
  }

  finish(name: string): BuiltColumn {
    return { name, kind: 'date', chunks: this.#chunks.finish((values) => values) };
  }
}

/** Microseconds from 1970-01-01, in UTC. */
export class DateTimeBuilder implements Builder<number> {
  readonly #chunks = new ChunkList((n) => new Float64Array(n));

  get rows(): number {
    return this.#chunks.rows;
  }

  add(microseconds: number): void {
    this.#chunks.push(microseconds);
  }

  addMissing(): void {
    this.#chunks.pushMissing();
  }

  finish(name: string): BuiltColumn {
    const whole = (values: Float64Array) => BigInt64Array.from(values, (v) => BigInt(Math.round(v)));
    return { name, kind: 'datetime', chunks: this.#chunks.finish(whole) };
  }
}

/** Levels are sorted as people sort words, whatever their order in the file. */
const order = new Intl.Collator('en');

/** Texts: a factor whose levels are the texts that occur. */
export class FactorBuilder implements Builder<string> {
  readonly #chunks = new ChunkList((n) => new Int32Array(n));
  readonly #codes = new Map<string, number>();

  get rows(): number {
    return this.#chunks.rows;
  }

  add(text: string): void {
    let code = this.#codes.get(text);
    if (code === undefined) {
      code = this.#codes.size;
      this.#codes.set(detached(text), code);
    }
    this.#chunks.push(code);
  }

  addMissing(): void {
    this.#chunks.pushMissing();
  }

  finish(name: string): BuiltColumn {
    const seen = [...this.#codes.keys()];
    const sorted = seen.map((_, code) => code).sort((a, b) => compare(seen[a] ?? '', seen[b] ?? ''));
    const position = new Int32Array(seen.length);
    for (const [at, code] of sorted.entries()) position[code] = at;
    const recode = (values: Int32Array) => values.map((code) => position[code] ?? 0);
    return { name, kind: 'factor', chunks: this.#chunks.finish(recode), levels: sorted.map((code) => seen[code] ?? '') };
  }
}

function compare(a: string, b: string): number {
  return order.compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

// A piece of a long text keeps all of it in memory; a level must not keep the part of the file that it was cut from.
function detached(text: string): string {
  return decoder.decode(encoder.encode(text));
}

function packBits(values: Uint8Array, length: number): Uint8Array {
  const bits = new Uint8Array((length + 7) >> 3);
  for (let i = 0; i < length; i++) if (values[i] === 1) setBit(bits, i);
  return bits;
}
