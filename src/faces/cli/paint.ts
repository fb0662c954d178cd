/** Colour and plain words for values: what is dim, how a date reads, and that data cannot steer the terminal. */

export interface Paint {
  dim(text: string): string;
  bold(text: string): string;
  red(text: string): string;
  green(text: string): string;
  yellow(text: string): string;
}

export function paintFor(isColored: boolean): Paint {
  const ink = (open: number, close: number) => (text: string) =>
    isColored ? `\u001b[${open}m${text}\u001b[${close}m` : text;
  return { dim: ink(2, 22), bold: ink(1, 22), red: ink(31, 39), green: ink(32, 39), yellow: ink(33, 39) };
}

/** Without the control characters by which text from elsewhere could move the cursor or rename the window. */
export function harmless(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z$/;

/** `2026-03-02 09:00` in the time of this machine. */
function dateText(iso: string): string {
  const date = new Date(iso);
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day} ${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** A single value as a person reads it; null and empty are a dash. */
export function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return INSTANT.test(value) ? dateText(value) : harmless(value);
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object'))
    return value.map(valueText).join(', ') || '–';
  return typeof value === 'object' ? harmless(JSON.stringify(value)) : String(value);
}

/** `created_at` → `created at`. */
export const labelText = (name: string): string => name.replaceAll('_', ' ');
