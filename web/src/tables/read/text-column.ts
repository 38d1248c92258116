import { DateBuilder, DateTimeBuilder, FactorBuilder, LogicalBuilder, NumberBuilder, type Builder } from './builders';
import { isMissing, isWhole, parseDay, parseLogical, parseNumber, parseTime } from './cell-text';
import type { BuiltColumn } from './column';

/** Adds a text to a column and tells whether it is of the column's type. */
type Add = (text: string) => boolean;

/**
 * A column of texts whose type is found on the way: that of the first value, until one comes that is of another. Whole numbers widen to numbers by
 * themselves; any other change makes the column one of texts, for which it must be read again: `isMixed` tells so.
 */
export class TextColumn {
  readonly #comma: boolean;
  #builder: Builder<never> | null = null;
  #add: Add | null = null;
  #missing = 0;
  #isMixed = false;

  /** `comma`: decimals may stand behind a comma; `asText`: texts, whatever they look like. */
  constructor(comma: boolean, asText = false) {
    this.#comma = comma;
    if (asText) this.#take(...textual());
  }

  get isMixed(): boolean {
    return this.#isMixed;
  }

  add(text: string): void {
    if (this.#isMixed) return;
    if (isMissing(text)) this.#builder ? this.#builder.addMissing() : this.#missing++;
    else if (this.#add) this.#check(this.#add(text));
    else this.#begin(text);
  }

  finish(name: string): BuiltColumn {
    // Nothing but missing values are logical ones, as in R.
    if (!this.#builder) this.#take(...logical());
    const column = this.#builder?.finish(name);
    if (!column) throw new Error(`Column '${name}' has no builder.`);
    return column;
  }

  #begin(text: string): void {
    for (const make of [logical, () => numeric(this.#comma), days, times]) {
      const [, add] = make();
      // A trial on a fresh builder: it may be thrown away.
      if (!add(text)) continue;
      this.#take(...make());
      this.#add?.(text);
      return;
    }
    this.#take(...textual());
    this.#add?.(text);
  }

  #take(builder: Builder<never>, add: Add): void {
    [this.#builder, this.#add] = [builder, add];
    for (; this.#missing > 0; this.#missing--) builder.addMissing();
  }

  #check(fits: boolean): void {
    if (fits) return;
    this.#isMixed = true;
    this.#builder = this.#add = null;
  }
}

function logical(): [Builder<never>, Add] {
  return typed(new LogicalBuilder(), parseLogical);
}

function days(): [Builder<never>, Add] {
  return typed(new DateBuilder(), parseDay);
}

function times(): [Builder<never>, Add] {
  return typed(new DateTimeBuilder(), parseTime);
}

function textual(): [Builder<never>, Add] {
  return typed(new FactorBuilder(), (text) => text);
}

function numeric(comma: boolean): [Builder<never>, Add] {
  const builder = new NumberBuilder();
  let whole = true;
  return [
    builder,
    (text) => {
      const value = parseNumber(text, comma);
      if (value === undefined) return false;
      // As in R, 1.0 and 1e3 are not whole numbers.
      if (whole && !isWhole(text)) {
        whole = false;
        builder.setDouble();
      }
      builder.add(value);
      return true;
    },
  ];
}

function typed<T>(builder: Builder<T>, parse: (text: string) => T | undefined): [Builder<never>, Add] {
  return [
    builder,
    (text) => {
      const value = parse(text);
      if (value === undefined) return false;
      builder.add(value);
      return true;
    },
  ];
}
