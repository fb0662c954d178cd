/** One question and its answer on the terminal: text live, tools as lines, approvals asked where they come up. */
import { Failure } from '../../kernel/errors.ts';
import { isStream, type Operation } from '../../kernel/operation.ts';
import { type Following, interruptible } from './follow.ts';
import { confirm } from './io.ts';
import { harmless, type Paint, paintFor } from './paint.ts';

interface Call {
  readonly state: string;
  readonly summary: string;
  readonly preview: string | null;
  readonly approval_id: string | null;
}

/** What an answer sends, as far as the terminal shows it. */
interface AnswerEvent {
  readonly type: string;
  readonly conversation_id?: string;
  readonly turn_id?: string;
  readonly text?: string;
  readonly call?: Call;
  readonly status?: string;
  readonly facts_used?: readonly { readonly fact: string }[];
  readonly error?: { readonly kind: Failure['kind']; readonly code: string; readonly message: string } | null;
}

function operationOf({ catalog }: Following, name: string): Operation {
  const operation = catalog.operations.get(name);
  if (!operation) throw new Failure('unavailable', `This Nima has no ${name}.`, { code: 'operation_missing' });
  return operation;
}

/** Prints an answer as its events come in, and answers what they ask. */
class AnswerPrinter {
  readonly #following: Following;
  readonly #paint: Paint;
  readonly #asked = new Set<string>();
  #isMidLine = false;
  conversationId: string | null = null;
  /** An approval that nobody here could give; the answer waits for it elsewhere. */
  waitsFor: Call | null = null;

  constructor(following: Following) {
    this.#following = following;
    this.#paint = paintFor(following.io.isColored);
  }

  async show(event: AnswerEvent): Promise<void> {
    if (event.conversation_id) this.conversationId = event.conversation_id;
    if (event.type === 'text.delta') this.#write(harmless(event.text ?? ''));
    if (event.call) await this.#showCall(event.call);
    if (event.type === 'turn.ended') this.#showEnd(event);
  }

  #write(text: string): void {
    if (text === '') return;
    this.#following.io.stdout.write(text);
    this.#isMidLine = !text.endsWith('\n');
  }

  #line(text: string): void {
    if (this.#isMidLine) this.#write('\n');
    this.#following.io.stderr.write(`${text}\n`);
  }

  async #showCall(call: Call): Promise<void> {
    const { dim, green, red, yellow } = this.#paint;
    const summary = harmless(call.summary);
    if (call.state === 'running') this.#line(dim(`· ${summary}`));
    if (call.state === 'done') this.#line(`${green('✓')} ${dim(summary)}`);
    if (call.state === 'failed') this.#line(`${red('✗')} ${dim(summary)}`);
    if (call.state === 'denied') this.#line(`${yellow('–')} ${dim(`${summary}: not done`)}`);
    if (call.state === 'asks') await this.#decide(call);
  }

  /** A call may be told of twice; it is asked about once. */
  async #decide(call: Call): Promise<void> {
    const { io, invoke } = this.#following;
    const id = call.approval_id;
    if (id === null || this.#asked.has(id)) return;
    this.#asked.add(id);
    if (!io.isTty) {
      this.waitsFor = call;
      return;
    }
    if (this.#isMidLine) this.#write('\n');
    const preview = harmless(call.preview ?? call.summary);
    const isApproved = await confirm(io, `${this.#paint.yellow('?')} ${preview} Approve?`);
    const decision = operationOf(this.#following, isApproved ? 'approvals.approve' : 'approvals.deny');
    await invoke(decision, { id }, new AbortController().signal);
  }

  #showEnd({ status, facts_used = [], error }: AnswerEvent): void {
    if (status === 'asks') return;
    if (this.#isMidLine) this.#write('\n');
    if (status === 'stopped') this.#line(this.#paint.dim('Stopped.'));
    const facts = facts_used.map(({ fact }) => harmless(fact)).join(' · ');
    if (facts) this.#line(this.#paint.dim(`from memory: ${facts}`));
    if (error) throw new Failure(error.kind, error.message, { code: error.code });
  }
}

/** Says one thing and shows the answer; returns the conversation it belongs to. */
export async function converse(
  following: Following,
  text: string,
  { conversationId, isPrivate }: { readonly conversationId: string | null; readonly isPrivate: boolean },
): Promise<string | null> {
  const operation = operationOf(following, 'chat.stream');
  const printer = new AnswerPrinter(following);
  const input = {
    messages: [{ role: 'user', content: text }],
    ...(conversationId ? { conversation_id: conversationId } : {}),
    ...(isPrivate ? { private: true } : {}),
  };
  await interruptible(following, operation, async (signal, begun) => {
    const answer = await following.invoke(operation, input, signal);
    if (!isStream(answer)) throw new Error('chat.stream answered without a stream.');
    for await (const event of answer as AsyncIterable<AnswerEvent>) {
      if (event.turn_id) begun(event.turn_id);
      await printer.show(event);
      if (printer.waitsFor) break;
    }
  });
  const waiting = printer.waitsFor;
  if (waiting) {
    const what = (waiting.preview ?? waiting.summary).replace(/(?<![.!?])$/, '.');
    const text = `${what} This waits for you: nima approvals approve ${waiting.approval_id}`;
    throw new Failure('forbidden', text, { code: 'approval_needed', details: { approval_id: waiting.approval_id } });
  }
  return printer.conversationId ?? conversationId;
}
