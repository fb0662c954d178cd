/** A stream on the terminal: text as it comes, everything else as lines. Ctrl+C asks the writer to stop, then leaves. */
import type { Catalog } from '../../kernel/catalog.ts';
import type { Operation } from '../../kernel/operation.ts';
import { eventSchemaOf } from '../../kernel/schemas.ts';
import type { CliIo, Invoke } from './io.ts';
import { harmless } from './paint.ts';

export interface Following {
  readonly catalog: Catalog;
  readonly invoke: Invoke;
  readonly io: CliIo;
}

type StreamEvent = Readonly<Record<string, unknown>>;

/** The sibling that stops what an operation began: `chat.stop` for `chat.stream`. */
export function stopOf({ operations }: Catalog, { name }: Operation): Operation | undefined {
  return operations.get(`${name.split('.').slice(0, -1).join('.')}.stop`);
}

/**
 * Calls an operation and lets Ctrl+C stop it: the first one asks the writer to, so that what is written is kept and the
 * stream ends by itself; the second one leaves. `begun` tells the id by which the writer knows it.
 */
export async function interruptible<T>(
  { catalog, invoke, io }: Following,
  operation: Operation,
  work: (signal: AbortSignal, begun: (id: string) => void) => Promise<T>,
): Promise<T> {
  const leaving = new AbortController();
  const stop = stopOf(catalog, operation);
  let id: string | null = null;
  let isStopping = false;
  const undo = io.onInterrupt(() => {
    if (isStopping || !stop || id === null) return leaving.abort();
    isStopping = true;
    invoke(stop, { id }, leaving.signal).catch(() => leaving.abort());
  });
  try {
    return await work(leaving.signal, (known) => {
      id = known;
    });
  } catch (thrown) {
    if (leaving.signal.aborted) return undefined as T;
    throw thrown;
  } finally {
    undo();
  }
}

const idOf = ({ turn_id, id }: StreamEvent): string | null =>
  typeof turn_id === 'string' ? turn_id : typeof id === 'string' ? id : null;

/** Prints events until the end; `isJson` gives one JSON line for each. */
export async function printEvents(
  events: AsyncIterable<unknown>,
  operation: Operation,
  about: { io: CliIo; isJson: boolean; begun: (id: string) => void },
): Promise<void> {
  const { io, isJson, begun } = about;
  const speaks = JSON.stringify(eventSchemaOf(operation) ?? {}).includes('"text.delta"');
  let isMidLine = false;
  for await (const event of events as AsyncIterable<StreamEvent>) {
    const id = idOf(event);
    if (id) begun(id);
    if (isJson) io.stdout.write(`${JSON.stringify(event)}\n`);
    else if (event.type === 'text.delta') {
      const text = harmless(String(event.text));
      io.stdout.write(text);
      isMidLine = !text.endsWith('\n');
    } else if (!speaks) io.stdout.write(`${harmless(JSON.stringify(event))}\n`);
  }
  if (isMidLine) io.stdout.write('\n');
}
