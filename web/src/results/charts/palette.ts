/** Colours that people with a colour vision deficiency tell apart too, at least 3:1 against the ground of their theme. */
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
    groups: ['#0072b2', '#c8500a', '#00805a', '#a8488f', '#8a6a00', '#3f4a52', '#2f8fd0', '#b3261e'],
    ramp: ['#e4eef0', '#9cc7cf', '#4a98ab', '#1c6485', '#12305c'],
    diverging: ['#b5500f', '#f6f7f7', '#0b5fa0'],
  },
  dark: {
    groups: ['#56b4e9', '#f08a3c', '#3ccb9f', '#e29bc9', '#f0e442', '#c9d1d6', '#8f9bff', '#ff6f61'],
    ramp: ['#253038', '#23586c', '#2f8ba3', '#6cc4c9', '#e6f5c8'],
    diverging: ['#f0924c', '#2a3135', '#5fb0ee'],
  },
};

/** The shapes that tell groups apart where colour does not. */
export const symbols = ['circle', 'triangle', 'rect', 'diamond', 'roundRect', 'arrow', 'pin', 'circle'] as const;
