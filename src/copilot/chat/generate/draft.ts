/** The answer as it grows: its text and calls, told to readers through the stream and saved to the turn. */
import type { Context } from '../../../kernel/context.ts';
import type { Failure } from '../../../kernel/errors.ts';
import type { ModelChoice, StreamWriter } from '../../../kernel/ports.ts';
import {
  type ServedGoal,
  type Turn,
  type TurnCall,
  type TurnMetadata,
  type TurnPart,
  type UsedFact,
  type UsedPassage,
  type UsedTurn,
  updateConversationRow,
  updateTurn,
} from '../../conversations/index.ts';
import type { AnswerEvent } from '../events.ts';
import { recordUsage } from '../usage/store.ts';
import { partsOf, withCall, withText } from './parts.ts';

/** What `kill -9` may cost of an unfinished text, beyond what the stream's own log still holds. */
const SAVE_EVERY_MS = 5000;

export class Draft {
  readonly #ctx: Context;
  readonly #turn: Turn;
  readonly #writer: StreamWriter;
  #savedAt: number;
  text: string;
  readonly calls: TurnCall[];
  /** Text and calls in the order they came. */
  parts: readonly TurnPart[];
  /** Tokens of the model's steps so far, as it counts them. */
  readonly spent = { input: 0, output: 0 };
  /** Nothing of it may be remembered. */
  isPrivate = false;
  factsUsed: readonly UsedFact[] = [];
  turnsUsed: readonly UsedTurn[] = [];
  passagesUsed: readonly UsedPassage[] = [];
  goals: readonly ServedGoal[] = [];
  model: ModelChoice | null = null;
  /** Id of the model that really answered. */
  answeredBy = '';

  constructor(ctx: Context, turn: Turn, writer: StreamWriter) {
    this.#ctx = ctx;
    this.#turn = turn;
    this.#writer = writer;
    this.#savedAt = ctx.clock.now();
    this.text = turn.content;
    this.calls = [...(turn.metadata.calls ?? [])];
    this.parts = partsOf(
      turn.metadata.parts,
      turn.content,
      this.calls.map(({ call_id }) => call_id),
    );
    this.factsUsed = turn.metadata.facts_used ?? [];
    this.turnsUsed = turn.metadata.turns_used ?? [];
    this.passagesUsed = turn.metadata.passages_used ?? [];
    this.goals = turn.metadata.goals ?? [];
  }

  tell(event: AnswerEvent): void {
    this.#writer.write(event);
  }

  /** Lets readers have what was told so far before the work that follows. */
  told(): Promise<void> {
    return this.#writer.told();
  }

  async add(text: string): Promise<void> {
    if (!text) return;
    this.text += text;
    this.parts = withText(this.parts, this.text.length);
    this.tell({ type: 'text.delta', text });
    const now = this.#ctx.clock.now();
    if (now - this.#savedAt < SAVE_EVERY_MS) return;
    this.#savedAt = now;
    await this.save('generating', null);
  }

  /** Puts a call on record, or replaces it by its newer state. */
  async record(call: TurnCall): Promise<void> {
    const index = this.calls.findIndex(({ call_id }) => call_id === call.call_id);
    if (index === -1) this.calls.push(call);
    else this.calls[index] = call;
    this.parts = withCall(this.parts, call.call_id);
    this.tell({ type: call.state === 'running' || call.state === 'handed' ? 'tool.call' : 'tool.result', call });
    await this.save('generating', null);
  }

  async save(status: Turn['status'], error: Failure | null): Promise<void> {
    const { owner, db, clock } = this.#ctx;
    await updateTurn(owner, db, {
      id: this.#turn.id,
      content: this.text,
      status,
      metadata: this.#metadata(error),
      now: clock.now(),
    });
  }

  /** The end of an answer: turn, conversation and event land together; only then do readers hear of it. */
  async end(status: Turn['status'], error: Failure | null): Promise<void> {
    const isKept = await this.#ctx.transaction(async (tx) => {
      const { owner, db, clock, events } = tx;
      const now = clock.now();
      const isThere = await updateTurn(owner, db, {
        id: this.#turn.id,
        content: this.text,
        status,
        metadata: this.#metadata(error),
        now,
      });
      await updateConversationRow(owner, db, { id: this.#turn.conversation_id, updated_at: now });
      await this.#recordUsage(tx);
      // What is said in private is no news to anybody.
      if (status === 'asks' || this.isPrivate) return isThere;
      await events.emit('chat.turn.ended', {
        owner,
        conversation_id: this.#turn.conversation_id,
        turn_id: this.#turn.id,
        user_turn_id: this.#turn.parent_id,
      });
      return isThere;
    });
    this.tell({
      type: 'turn.ended',
      turn_id: this.#turn.id,
      status,
      response: this.text,
      model: this.answeredBy || (this.model?.id ?? ''),
      facts_used: [...this.factsUsed],
      turns_used: [...this.turnsUsed],
      passages_used: [...this.passagesUsed],
      error: error ? { kind: error.kind, code: error.code, message: error.message } : null,
    });
    await this.#writer.end();
    // Its conversation was removed meanwhile; the log must not outlive it.
    if (!isKept) await this.#ctx.streams.forget([this.#turn.id]);
  }

  async #recordUsage({ owner, db, clock, newId }: Context): Promise<void> {
    const { input, output } = this.spent;
    if (input + output === 0) return;
    const place = this.isPrivate ? null : this.#turn;
    await recordUsage(owner, db, {
      id: newId(),
      turn_id: place?.id ?? null,
      conversation_id: place?.conversation_id ?? null,
      model: this.answeredBy || (this.model?.id ?? ''),
      input_tokens: input,
      output_tokens: output,
      at: clock.now(),
    });
    this.spent.input = 0;
    this.spent.output = 0;
  }

  #metadata(error: Failure | null): TurnMetadata {
    const { metadata } = this.#turn;
    return {
      ...metadata,
      ...(this.model ? { model: this.answeredBy || this.model.id, leaves_machine: this.model.leavesMachine } : {}),
      facts_used: [...this.factsUsed],
      turns_used: [...this.turnsUsed],
      passages_used: [...this.passagesUsed],
      calls: this.calls,
      parts: [...this.parts],
      ...(this.goals.length > 0 ? { goals: [...this.goals] } : {}),
      ...(error ? { error: { kind: error.kind, code: error.code, message: error.message } } : {}),
    };
  }
}
