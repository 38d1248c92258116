/** A part of a file name, of what people name things. */
export function fileNamePart(text: string): string {
  return text.replace(/[^\p{L}\p{N}._-]+/gu, '-').replace(/^[-.]+|[-.]+$/g, '') || 'job';
}

/** A text as a file to be saved. */
export function textFile(text: string, type: 'text/csv' | 'image/svg+xml' | 'application/json'): Blob {
  return new Blob([text], { type: `${type};charset=utf-8` });
}
