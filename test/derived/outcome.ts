/** What came of a call, in a form that two ways in can be compared by: what differs from run to run is masked. */

import { asFailure } from '../../src/kernel/errors.ts';
import { isStream } from '../../src/kernel/operation.ts';

export type Outcome = { readonly output: unknown } | { readonly failure: string };

/** `forbidden/approval_needed` */
export const failureText = ({ kind, code }: { kind: string; code: string }): string => `${kind}/${code}`;

const ID = /\b(?!00000000-0000)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g;
const TIME = /\b\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const TOKEN = /\bnima_[\w-]+/g;
const HASH = /^[\w-]{43}$/;
/** Numbers and texts that are new with every run. */
const MASKED_FIELDS: ReadonlySet<string> = new Set(['score', 'seq', 'password', 'secret', 'because']);

function maskText(text: string): string {
  if (HASH.test(text)) return '<hash>';
  return text.replaceAll(ID, '<id>').replaceAll(TIME, '<time>').replaceAll(TOKEN, '<token>');
}

function mask(value: unknown): unknown {
  if (typeof value === 'string') return maskText(value);
  if (Array.isArray(value)) return value.map(mask);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, MASKED_FIELDS.has(key) ? '<new>' : mask(member)]),
  );
}

interface TextDelta {
  readonly type: 'text.delta';
  readonly text: string;
}
const isDelta = (event: unknown): event is TextDelta => (event as { type?: unknown } | null)?.type === 'text.delta';

/** Where a text is cut into events depends on the moment, so its pieces are put together. */
function joinText(events: readonly unknown[]): unknown[] {
  const joined: unknown[] = [];
  for (const event of events) {
    const last = joined.at(-1);
    if (isDelta(event) && isDelta(last)) joined[joined.length - 1] = { ...last, text: last.text + event.text };
    else joined.push(event);
  }
  return joined;
}

export const succeeded = (output: unknown): Outcome => ({ output: mask(output) });
export const streamed = (events: readonly unknown[]): Outcome => succeeded(joinText(events));
export const failed = (failure: { kind: string; code: string }): Outcome => ({ failure: failureText(failure) });

export async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    const answer = await call;
    return isStream(answer) ? streamed(await Array.fromAsync(answer)) : succeeded(answer);
  } catch (thrown) {
    return failed(asFailure(thrown));
  }
}
