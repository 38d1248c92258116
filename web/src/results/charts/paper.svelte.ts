import type { Figure } from './figure';

/** A printed page, on which pictures are lines and letters instead of the pixels of a screen. What puts one there returns what takes it away again. */
export interface Sheet {
  /** Puts a chart before the element that shows it. */
  chart(figure: Figure, host: Element): () => void;
  /** Puts an SVG picture before the element that shows the same. */
  picture(svg: string, host: Element): () => void;
}

/** While the page is printed, where it can be. */
export const paper = $state<{ sheet: Sheet | null }>({ sheet: null });
