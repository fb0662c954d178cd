/** Logs for tests: one that says nothing, and one that remembers. */
import type { Log } from '../../src/kernel/context.ts';

const nothing = () => undefined;
export const silentLog: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

export interface LogLine {
  readonly level: keyof Log;
  readonly text: string;
  readonly data: object;
}

export function aLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const at =
    (level: keyof Log) =>
    (text: string, data: object = {}) => {
      lines.push({ level, text, data });
    };
  return { lines, debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
