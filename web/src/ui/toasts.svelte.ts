export interface Toast {
  id: number;
  kind: 'info' | 'good' | 'bad';
  text: string;
}

let next = 1;

/** Short messages at the foot of the page. Errors stay until they are closed; others go by themselves. */
export const toasts = $state<Toast[]>([]);

export function toast(text: string, kind: Toast['kind'] = 'info'): void {
  const id = next++;
  toasts.push({ id, kind, text });
  if (toasts.length > 4) toasts.shift();
  if (kind !== 'bad') setTimeout(() => dismiss(id), 6000);
}

export function dismiss(id: number): void {
  const at = toasts.findIndex((t) => t.id === id);
  if (at >= 0) toasts.splice(at, 1);
}
