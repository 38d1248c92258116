type Rgb = readonly [number, number, number];

const rgbOf = (hex: string): Rgb => [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16)) as unknown as Rgb;

function luminance(rgb: Rgb): number {
  const [r, g, b] = rgb.map((v) => (v / 255 <= 0.04045 ? v / 255 / 12.92 : ((v / 255 + 0.055) / 1.055) ** 2.4)) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(a: Rgb, b: Rgb): number {
  const [x, y] = [luminance(a), luminance(b)];
  return (Math.max(x, y) + 0.05) / (Math.min(x, y) + 0.05);
}

/** The contrast of two colours (#rrggbb), from 1 to 21, as WCAG defines it. */
export function contrast(a: string, b: string): number {
  return ratio(rgbOf(a), rgbOf(b));
}

/** The colour of a ramp at a share between 0 and 1. */
function mixed(ramp: readonly string[], share: number): Rgb {
  const at = Math.min(1, Math.max(0, share)) * (ramp.length - 1);
  const [from, to] = [rgbOf(ramp[Math.floor(at)] ?? '#000000'), rgbOf(ramp[Math.ceil(at)] ?? '#000000')];
  const part = at - Math.floor(at);
  return from.map((v, i) => v + ((to[i] ?? v) - v) * part) as unknown as Rgb;
}

const inks = ['#111517', '#ffffff'] as const;

/** Dark or light text, whichever is read better on a ramp's colour. */
export function inkOn(ramp: readonly string[], share: number): string {
  const ground = mixed(ramp, share);
  return ratio(rgbOf(inks[0]), ground) >= ratio(rgbOf(inks[1]), ground) ? inks[0] : inks[1];
}
