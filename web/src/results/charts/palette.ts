/** Colours of at least 3:1 against the ground of their theme. The first five groups are told apart with a colour vision deficiency too, the others by their shapes. */
export interface Palette {
  /** For groups, in this order. */
  groups: readonly string[];
  /** From little to much. */
  ramp: readonly string[];
  /** From negative over zero to positive. */
  diverging: readonly [string, string, string];
}

export const palettes: Record<'light' | 'dark', Palette> = {
  light: {
    groups: ['#0072b2', '#e06a00', '#006b4a', '#7b3294', '#1d2428', '#8c1d18', '#948a00', '#d0569f'],
    ramp: ['#e4eef0', '#9cc7cf', '#4a98ab', '#1c6485', '#12305c'],
    diverging: ['#b5500f', '#f6f7f7', '#0b5fa0'],
  },
  dark: {
    groups: ['#56b4e9', '#f08a3c', '#1fa87c', '#d070b0', '#c9d1d6', '#f0e442', '#8f9bff', '#b5651d'],
    ramp: ['#253038', '#23586c', '#2f8ba3', '#6cc4c9', '#e6f5c8'],
    diverging: ['#f0924c', '#2a3135', '#5fb0ee'],
  },
};

/** The shapes that tell groups apart where colour does not. */
export const symbols = ['circle', 'triangle', 'rect', 'diamond', 'roundRect', 'arrow', 'pin', 'circle'] as const;
