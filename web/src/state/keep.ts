/** What a tab remembers over a reload, and no longer: `sessionStorage`, or something like it. */
export interface Keep {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

/** One remembered text. */
export class Kept {
  readonly #keep: Keep;
  readonly #key: string;

  constructor(keep: Keep, key: string) {
    this.#keep = keep;
    this.#key = key;
  }

  get(): string | null {
    return this.#keep.getItem(this.#key);
  }

  set(value: string | null): void {
    if (value === null) this.#keep.removeItem(this.#key);
    else this.#keep.setItem(this.#key, value);
  }
}
