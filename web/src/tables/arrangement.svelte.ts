import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { ColumnType } from '../wire/messages';
import type { DescribedColumn } from './description';
import { counted } from './words';

/** What a column can be made. */
export type NewType = 'factor' | 'double';

/** A table is put together anew from columns in the order given, some of another type. */
export type ArrangedColumn = { name: string; type?: ColumnType };

/** The changes to a table's columns that a person collects before they are applied at once. */
export class Arrangement {
  readonly columns: readonly DescribedColumn[];
  /** Names of the columns to leave out. */
  readonly leftOut = new SvelteSet<string>();
  readonly types = new SvelteMap<string, NewType>();
  #outcome = $state('');
  readonly #last: string;

  constructor(columns: readonly DescribedColumn[]) {
    this.columns = columns;
    this.#outcome = this.#last = columns.at(-1)?.name ?? '';
  }

  /** The column that is predicted: training takes the last one. */
  get outcome(): string {
    return this.#outcome;
  }

  set outcome(name: string) {
    this.#outcome = name;
    this.leftOut.delete(name);
  }

  /** Takes a column in or leaves it out; the outcome cannot be left out. */
  include(name: string, included: boolean): void {
    if (included) this.leftOut.delete(name);
    else if (name !== this.#outcome) this.leftOut.add(name);
  }

  /** Gives a column another type, or its own back. */
  setType(name: string, type: NewType | null): void {
    if (type) this.types.set(name, type);
    else this.types.delete(name);
  }

  get isChanged(): boolean {
    return this.#outcome !== this.#last || this.leftOut.size > 0 || this.types.size > 0;
  }

  /** The changes in words. */
  get words(): string[] {
    const words = [];
    if (this.#outcome !== this.#last) words.push(`${this.#outcome} is the outcome`);
    if (this.leftOut.size > 0) words.push(`${counted(this.leftOut.size, 'column')} left out`);
    if (this.types.size > 0) words.push(`${counted(this.types.size, 'type')} changed`);
    return words;
  }

  /** The columns of the new table, the outcome last. */
  get result(): ArrangedColumn[] {
    const kept = this.columns.filter((c) => !this.leftOut.has(c.name) && c.name !== this.#outcome).map((c) => c.name);
    return [...kept, this.#outcome].map((name) => {
      const type = this.types.get(name);
      return type && !this.leftOut.has(name) ? { name, type } : { name };
    });
  }

  reset(): void {
    this.#outcome = this.#last;
    this.leftOut.clear();
    this.types.clear();
  }
}

/** The columns with a text in their name, in any case. */
export function columnsNamed(columns: readonly DescribedColumn[], text: string): readonly DescribedColumn[] {
  const wanted = text.trim().toLowerCase();
  return wanted ? columns.filter((c) => c.name.toLowerCase().includes(wanted)) : columns;
}

/** A name for a table made out of another: the first free of `name 2`, `name 3`, ... */
export function nextName(name: string, taken: ReadonlySet<string>): string {
  const base = name.replace(/ \d+$/, '');
  let number = 2;
  while (taken.has(`${base} ${number}`)) number++;
  return `${base} ${number}`;
}
