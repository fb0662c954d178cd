/** The log: one JSON line per event, on standard error so that a command's output stays clean. Secrets never reach it. */
import { destination, pino } from 'pino';
import type { Log } from '../../kernel/context.ts';
import { redact, redactText } from '../../kernel/redact.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export interface LogOptions {
  readonly level: LogLevel;
  /** Takes each line; standard error when left out. */
  readonly write?: (line: string) => void;
}

export function createLog({ level, write }: LogOptions): Log {
  const target = write ? { write } : destination({ fd: 2, sync: true });
  const out = pino(
    {
      level,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
    },
    target,
  );
  const at =
    (label: Exclude<LogLevel, 'silent'>) =>
    (text: string, data: object = {}) => {
      if (out.isLevelEnabled(label)) out[label](redact(data) as object, redactText(text));
    };
  return { debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') };
}
