/** A drawing for a file: a few kinds of shapes, written as SVG or painted on a canvas. Sizes are pixels. */
export type Shape =
  | { shape: 'rect'; x: number; y: number; width: number; height: number; fill: string; outline?: string }
  | { shape: 'line'; x1: number; y1: number; x2: number; y2: number; stroke: string }
  | { shape: 'text'; x: number; y: number; text: string; fill: string; size: number; anchor?: 'start' | 'middle' | 'end' };

export interface Drawing {
  width: number;
  height: number;
  background: string;
  shapes: Shape[];
}

const font = 'system-ui, sans-serif';

export function toSvg(drawing: Drawing): string {
  const { width, height, background } = drawing;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${font}">`,
    `<rect width="${width}" height="${height}" fill="${escaped(background)}"/>`,
    ...drawing.shapes.map(element),
    '</svg>\n',
  ].join('\n');
}

type Painter = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export function paint(drawing: Drawing, canvas: Painter): void {
  canvas.fillStyle = drawing.background;
  canvas.fillRect(0, 0, drawing.width, drawing.height);
  for (const s of drawing.shapes) {
    switch (s.shape) {
      case 'rect':
        canvas.fillStyle = s.fill;
        canvas.fillRect(s.x, s.y, s.width, s.height);
        if (s.outline) {
          canvas.strokeStyle = s.outline;
          canvas.strokeRect(s.x, s.y, s.width, s.height);
        }
        break;
      case 'line':
        canvas.strokeStyle = s.stroke;
        canvas.beginPath();
        canvas.moveTo(s.x1, s.y1);
        canvas.lineTo(s.x2, s.y2);
        canvas.stroke();
        break;
      case 'text':
        canvas.fillStyle = s.fill;
        canvas.font = `${s.size}px ${font}`;
        canvas.textAlign = s.anchor === 'middle' ? 'center' : (s.anchor ?? 'start');
        canvas.fillText(s.text, s.x, s.y);
    }
  }
}

/** A drawing as a PNG file, `scale` pixels for one. */
export async function toPng(drawing: Drawing, scale: number): Promise<Blob> {
  const canvas = new OffscreenCanvas(Math.ceil(drawing.width * scale), Math.ceil(drawing.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw pictures.');
  context.scale(scale, scale);
  paint(drawing, context);
  return canvas.convertToBlob({ type: 'image/png' });
}

function element(s: Shape): string {
  switch (s.shape) {
    case 'rect':
      return `<rect x="${n(s.x)}" y="${n(s.y)}" width="${n(s.width)}" height="${n(s.height)}" fill="${escaped(s.fill)}"${s.outline ? ` stroke="${escaped(s.outline)}"` : ''}/>`;
    case 'line':
      return `<line x1="${n(s.x1)}" y1="${n(s.y1)}" x2="${n(s.x2)}" y2="${n(s.y2)}" stroke="${escaped(s.stroke)}"/>`;
    case 'text':
      return `<text x="${n(s.x)}" y="${n(s.y)}" font-size="${s.size}" fill="${escaped(s.fill)}" text-anchor="${s.anchor ?? 'start'}">${escaped(s.text)}</text>`;
  }
}

const n = (value: number): number => Math.round(value * 100) / 100;

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => entities[c] ?? c);
