/**
 * Whatever a model or its server did wrong, as a Failure whose text says what to check. The vendor's error is kept as a
 * cause only in part: its message without the keys, never its headers or body.
 */
import { Failure } from '../../kernel/errors.ts';
import type { Secret } from '../../kernel/secret.ts';

/** A sentence of a server is quoted up to here; a proxy's HTML page is not an explanation. */
const QUOTE_CHARS_MAX = 200;

export interface Speaker {
  /** What people read: `qwen3:4b at 127.0.0.1`. */
  readonly label: string;
  readonly secrets: readonly Secret[];
}

export function silence({ label }: Speaker, idleMs: number): Failure {
  const seconds = Math.round(idleMs / 1000);
  return unavailable(`The model ${label} said nothing for ${seconds} s. Try again, or choose another model.`);
}

export const cutOff = ({ label }: Speaker, cause?: Error): Failure =>
  unavailable(`The connection to ${label} was lost in the middle of the answer. Try again.`, cause);

export const saidNothing = ({ label }: Speaker): Failure =>
  unavailable(`The model ${label} ended without an answer. Try again, or choose another model.`);

export const badCall = ({ label }: Speaker, tool: string): Failure =>
  unavailable(`The model ${label} called ${tool} with arguments that are not valid JSON. Try again.`);

/** A failure of the vendor's code, its server or the network. `hasSpoken` tells a refusal from a lost connection. */
export function modelFailure(thrown: unknown, speaker: Speaker, hasSpoken: boolean): Failure {
  if (thrown instanceof Failure) return thrown;
  const cause = withoutSecrets(thrown, speaker.secrets);
  const status = (thrown as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400) return refusal(status, speaker, cause);
  if (hasSpoken) return cutOff(speaker, cause);
  if (isGarbage(thrown)) {
    const text = `The model ${speaker.label} answered something that is not a model's answer. Check model.baseUrl.`;
    return unavailable(text, cause);
  }
  const text = `The model ${speaker.label} cannot be reached. Check that its server runs and that its address is right.`;
  return unavailable(text, cause);
}

function refusal(status: number, { label }: Speaker, cause: Error): Failure {
  const details = { status };
  if (status === 401 || status === 403) {
    const text = `The model ${label} refused the key. Check the key in the settings.`;
    // Servers like to repeat the key they refuse, sometimes in part, so their words are not kept.
    return new Failure('unavailable', text, { details, cause: new Error(`HTTP ${status}`) });
  }
  if (status === 429) {
    const text = `The model ${label} takes no more requests for now. Wait a minute and try again.`;
    return new Failure('limit', text, { details, cause });
  }
  const said = status < 500 && cause.message ? ` It says: “${cause.message}”.` : '';
  const text = `The model ${label} failed (HTTP ${status}).${said} Try again, or choose another model.`;
  return new Failure('unavailable', text, { details, cause });
}

const unavailable = (text: string, cause?: Error): Failure =>
  new Failure('unavailable', text, cause === undefined ? {} : { cause });

const GARBAGE: ReadonlySet<string> = new Set([
  'AI_JSONParseError',
  'AI_TypeValidationError',
  'AI_InvalidResponseDataError',
  'AI_EmptyResponseBodyError',
  'AI_NoContentGeneratedError',
]);

function isGarbage(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return true;
  return GARBAGE.has(thrown.name) || (thrown.cause instanceof Error && isGarbage(thrown.cause));
}

function withoutSecrets(thrown: unknown, secrets: readonly Secret[]): Error {
  const said = thrown instanceof Error ? thrown.message : 'The server sent an error of its own.';
  const hidden = secrets.reduce((text, secret) => text.replaceAll(secret.reveal() || '\0', '[secret]'), said);
  return new Error(hidden.replace(/\s+/g, ' ').trim().slice(0, QUOTE_CHARS_MAX));
}
