/** The answer as it grows: its text and calls, told to readers through the stream and saved to the turn. */
import type { Context } from '../../../kernel/context.ts';
import type { Failure } from '../../../kernel/errors.ts';
import type { ModelChoice, StreamWriter } from '../../../kernel/ports.ts';
import {
  type Turn,
  type TurnCall,
  type TurnMetadata,
  type UsedFact,
  type UsedPassage,
  type UsedTurn,
  updateConversationRow,
  updateTurn,
} from '../../conversations/index.ts';
import type { AnswerEvent } from '../events.ts';

/** What `kill -9` may cost of an unfinished text, beyond what the stream's own log still holds. */
const SAVE_EVERY_MS = 5000;

export class Draft {
  readonly #ctx: Context;
  readonly #turn: Turn;
  readonly #writer: StreamWriter;
  #savedAt: number;
  text: string;
  readonly calls: TurnCall[];
  factsUsed: readonly UsedFact[] = [];
  turnsUsed: readonly UsedTurn[] = [];
  passagesUsed: readonly UsedPassage[] = [];
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
    this.factsUsed = turn.metadata.facts_used ?? [];
    this.turnsUsed = turn.metadata.turns_used ?? [];
    this.passagesUsed = turn.metadata.passages_used ?? [];
  }

  tell(event: AnswerEvent): void {
    this.#writer.write(event);
  }

  async add(text: string): Promise<void> {
    if (!text) return;
    this.text += text;
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
    this.tell({ type: call.state === 'running' ? 'tool.call' : 'tool.result', call });
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
    await this.#ctx.transaction(async ({ owner, db, clock, events }) => {
      const now = clock.now();
      await updateTurn(owner, db, {
        id: this.#turn.id,
        content: this.text,
        status,
        metadata: this.#metadata(error),
        now,
      });
      await updateConversationRow(owner, db, { id: this.#turn.conversation_id, updated_at: now });
      if (status === 'asks') return;
      await events.emit('chat.turn.ended', {
        owner,
        conversation_id: this.#turn.conversation_id,
        turn_id: this.#turn.id,
        user_turn_id: this.#turn.parent_id,
      });
    });
    this.tell({
      type: 'turn.ended',
      status,
      response: this.text,
      model: this.answeredBy || (this.model?.id ?? ''),
      facts_used: [...this.factsUsed],
      turns_used: [...this.turnsUsed],
      passages_used: [...this.passagesUsed],
      error: error ? { kind: error.kind, code: error.code, message: error.message } : null,
    });
    await this.#writer.end();
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
      ...(error ? { error: { kind: error.kind, code: error.code, message: error.message } } : {}),
    };
  }
}
