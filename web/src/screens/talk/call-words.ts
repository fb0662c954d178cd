/** What a tool call is called on the screen: its effect in words, its state, and whether it was taken back. Pure. */
import type { Call, Effect, Fact } from '../../api/nima.ts';
import type { Tone } from '../../parts/Chip.tsx';

export const EFFECTS: Readonly<Record<Effect, { words: string; tone: Tone }>> = {
  read: { words: 'looks', tone: 'sky' },
  write: { words: 'changes memory', tone: 'moss' },
  spend: { words: 'changes something outside', tone: 'amber' },
  destroy: { words: 'removes', tone: 'clay' },
};

/** What a `write` changes is what Nima keeps: memory for facts, else what the operation's first word names. */
export function effectWords({ effect, operation }: Call): string {
  const room = operation.split('.')[0] ?? '';
  return effect === 'write' && room !== 'memory' ? `changes ${room}` : EFFECTS[effect].words;
}

interface Failed {
  readonly error?: { readonly message?: string };
}

export function outcomeWords(call: Call, isOver: boolean): string | null {
  if (call.state === 'running') return 'Running';
  if (call.state === 'handed') return 'Waits for the program that brought this tool';
  if (call.state === 'asks') return isOver ? 'Not approved in time. Nothing was changed.' : null;
  if (call.state === 'denied') {
    const reason = (call.result as { reason?: string | null } | null)?.reason;
    return reason ? `Denied: ${reason}` : 'Denied. Nothing was changed.';
  }
  if (call.state === 'failed')
    return (call.result as Failed | null)?.error?.message ?? 'This failed. Nothing was changed.';
  return null;
}

export function idOfResult({ result }: Call): string | null {
  const id = (result as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
}

export const isAboutFact = ({ operation }: Call): boolean =>
  /^memory\.facts\.(create|update|remove|restore)$/.test(operation);

/** Whether the fact no longer is as the call left it, so that there is nothing to undo. */
export function isTakenBack({ operation, result }: Call, fact: Fact | undefined): boolean {
  if (!fact) return false;
  if (operation === 'memory.facts.remove') return fact.removed_at === null;
  if (operation === 'memory.facts.create') return fact.removed_at !== null;
  return fact.fact !== (result as Partial<Fact> | null)?.fact;
}

export interface Line {
  readonly name: string;
  readonly value: string;
}

const valueText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'object' && value !== null
      ? JSON.stringify(value)
      : String(value);

/** Arguments as lines a person reads, in the order given. */
export const argumentLines = (call: Call): Line[] =>
  Object.entries(call.arguments).map(([name, value]) => ({ name: name.replaceAll('_', ' '), value: valueText(value) }));
