/** The log: pino lines of constant text with redacted data beside, on standard error so that output stays output. */
import { type DestinationStream, pino } from 'pino';
import type { Log } from '../../kernel/context.ts';
import { redact } from './redact.ts';

export interface LogOptions {
  readonly level: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  /** Where lines go; standard error unless given. */
  readonly destination?: DestinationStream;
}

export function createLog({ level, destination = pino.destination(2) }: LogOptions): Log {
  const logger = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, destination);
  const line = (write: 'debug' | 'info' | 'warn' | 'error') => (text: string, data?: object) => {
    if (!logger.isLevelEnabled(write)) return;
    logger[write](data ? (redact(data) as object) : {}, text);
  };
  return { debug: line('debug'), info: line('info'), warn: line('warn'), error: line('error') };
}
