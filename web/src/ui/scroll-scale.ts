/** The tallest element that every browser lays out exactly. */
export const tallest = 8_000_000;

/** Within this distance of either end, in pixels, a pixel of the scrollbar is a pixel of the content. */
const exact = 500_000;

/**
 * Maps the scroll position of an element that is at most `tallest` high to that of content of any height. The ends are exact, the middle is squeezed.
 * All in pixels; `viewport` is what is seen at a time.
 */
export class ScrollScale {
  /** Height of the element to scroll. */
  readonly height: number;
  readonly #range: number;
  readonly #contentRange: number;

  constructor(content: number, viewport: number) {
    this.height = Math.min(content, tallest);
    this.#range = Math.max(0, this.height - viewport);
    this.#contentRange = Math.max(0, content - viewport);
  }

  /** Whether positions differ at all. */
  get isSqueezed(): boolean {
    return this.#contentRange > this.#range;
  }

  /** The largest position in the content. */
  get end(): number {
    return this.#contentRange;
  }

  toContent(scrollTop: number): number {
    const at = clamp(scrollTop, this.#range);
    if (!this.isSqueezed || at <= exact) return at;
    if (at >= this.#range - exact) return this.#contentRange - (this.#range - at);
    return exact + (at - exact) * this.#factor;
  }

  toScroll(content: number): number {
    const at = clamp(content, this.#contentRange);
    if (!this.isSqueezed || at <= exact) return at;
    if (at >= this.#contentRange - exact) return this.#range - (this.#contentRange - at);
    return exact + (at - exact) / this.#factor;
  }

  get #factor(): number {
    return (this.#contentRange - 2 * exact) / (this.#range - 2 * exact);
  }
}

function clamp(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most);
}
