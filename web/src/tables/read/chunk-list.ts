import type { Chunk, Values } from './column';

/** Rows of a chunk, and of a record batch in the end. */
export const chunkRows = 65_536;

const leastCapacity = 64;

type Numbers = Uint8Array | Int32Array | Float64Array;

/** A column that grows by chunks of `chunkRows`. What is full is never copied again; the first chunk grows with its content, for very wide tables. */
export class ChunkList<T extends Numbers> {
  readonly #make: (capacity: number) => T;
  readonly #full: { values: T; validity: Uint8Array | null; missing: number }[] = [];
  #values: T;
  #validity: Uint8Array | null = null;
  #missing = 0;
  #length = 0;

  constructor(make: (capacity: number) => T) {
    this.#make = make;
    this.#values = make(leastCapacity);
  }

  get rows(): number {
    return this.#full.length * chunkRows + this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#values[this.#length] = value;
    if (this.#validity) setBit(this.#validity, this.#length);
    this.#length++;
  }

  pushMissing(): void {
    if (this.#length === this.#values.length) this.#grow();
    this.#validity ??= ones(this.#length, this.#values.length);
    this.#missing++;
    this.#length++;
  }

  /** The chunks; the values of each are given to `convert`, which may change them. */
  finish(convert: (values: T, length: number) => Values): Chunk[] {
    const last = { values: this.#values, validity: this.#validity, missing: this.#missing };
    const chunks = this.#length > 0 ? [...this.#full, last] : this.#full;
    return chunks.map(({ values, validity, missing }, i) => {
      const length = i < this.#full.length ? chunkRows : this.#length;
      return { length, values: convert(values.subarray(0, length) as T, length), validity, missing };
    });
  }

  #grow(): void {
    if (this.#length === chunkRows) {
      this.#full.push({ values: this.#values, validity: this.#validity, missing: this.#missing });
      [this.#values, this.#validity, this.#missing, this.#length] = [this.#make(chunkRows), null, 0, 0];
      return;
    }
    const capacity = Math.min(chunkRows, this.#length * 4);
    const values = this.#make(capacity);
    values.set(this.#values);
    this.#values = values;
    if (!this.#validity) return;
    const validity = new Uint8Array(capacity >> 3);
    validity.set(this.#validity);
    this.#validity = validity;
  }
}

export function setBit(bits: Uint8Array, at: number): void {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (1 << (at & 7));
}

function ones(count: number, capacity: number): Uint8Array {
  const bits = new Uint8Array(capacity >> 3);
  bits.fill(0xff, 0, count >> 3);
  for (let i = count & ~7; i < count; i++) setBit(bits, i);
  return bits;
}
