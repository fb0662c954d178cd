/** What an answer may rest on: the facts and turns recalled for the question, and what others wrote about it. */
import type { Context } from '../../../kernel/context.ts';
import type { Grounding } from '../../../kernel/grounding.ts';
import type { UsedFact, UsedPassage, UsedTurn } from '../../conversations/index.ts';
import { type Fact, newestFacts, recallMemory, timeAsked } from '../../memory/index.ts';
import { groundingOf, passagesFor } from './passages.ts';

const FACTS_MAX = 8;
const TURNS_MAX = 6;
/** A quarter of the default window: enough for the best matches, with room for the talk itself. */
const RECALL_TOKENS_MAX = 2000;
/** "What do you know about me?" asks for everything, so similarity says nothing. */
const ABOUT_EVERYTHING =
  /\b(what|everything|anything|all)\b.{0,20}\b(you|nima)\b.{0,12}\b(know|remember)(ed)?\b(?! (about|of) (?!me\b|myself\b))|\bwho am i\b|\btell me about (me|myself)\b/i;
const EVERYTHING_MAX = 50;
/** Asking to forget names the very thing that must not come up again. */
const FORGETTING = /^\W*(please )?((can|could) you )?(please )?(forget|delete|remove|erase)\b/i;

export interface Recalled {
  readonly facts: readonly UsedFact[];
  readonly turns: readonly UsedTurn[];
  readonly passages: readonly UsedPassage[];
  readonly grounding: Grounding;
}

const SOURCE_TEXTS: Readonly<Record<Fact['source'], string>> = {
  explicit: 'you told me',
  conversation: 'you said',
  inferred: 'inferred',
};

const NOTHING: Recalled = { facts: [], turns: [], passages: [], grounding: { facts: [], turns: [] } };

/** `shownIds` are turns the prompt holds already; recalling them again would count them twice. */
export async function recallFor(ctx: Context, question: string, shownIds: ReadonlySet<string>): Promise<Recalled> {
  if (question.trim() === '') return NOTHING;
  const then = timeAsked(question, ctx.clock.now());
  const found = await ctx.call(recallMemory, {
    ...(then ? { as_of: then.asOf } : {}),
    query: question.slice(0, 4000),
    limit: 20,
    tokens_max: RECALL_TOKENS_MAX,
  });
  const answering = new Set(found.facts.flatMap(({ id, answers }) => (answers ? [id] : [])));
  const foundFacts = ABOUT_EVERYTHING.test(question)
    ? await newestFacts(ctx, EVERYTHING_MAX)
    : found.facts.slice(0, FACTS_MAX);
  const foundTurns = found.turns
    .filter(({ id, role, content }) => role === 'user' && !shownIds.has(id) && !FORGETTING.test(content))
    .slice(0, TURNS_MAX);
  const foundPassages = await passagesFor(ctx, question);
  const facts = foundFacts.map(({ id, fact, source, created_at }) => ({ id, fact, source, created_at }));
  const turns = foundTurns.map(({ id, conversation_id, content, speaker, timestamp }) => ({
    id,
    conversation_id,
    content: content.slice(0, 600),
    speaker,
    created_at: timestamp,
  }));
  const grounding = {
    ...(then ? { timeAsked: then.words } : {}),
    facts: foundFacts.map(({ id, fact, source, category, created_at }) => ({
      id,
      text: fact,
      source: SOURCE_TEXTS[source],
      when: created_at,
      category,
      answers: answering.has(id),
    })),
    turns: turns.map(({ id, content, speaker, created_at }) => ({ id, text: content, speaker, when: created_at })),
    passages: foundPassages.map(groundingOf),
  };
  const passages = foundPassages.map(({ id, pack, text, citation, source, as_of, is_overdue }) => ({
    id,
    pack,
    text,
    citation,
    source,
    as_of,
    is_overdue,
  }));
  return { facts, turns, passages, grounding };
}

/** Words short enough to stand in any sentence. */
const LIGHT_CHARS = 3;
const USED_SHARE = 0.5;

/** Of what was recalled, what the answer speaks of: half of the item's words stand in it. For models that do not cite. */
export function usedIn(answer: string, items: readonly { id: string; text: string }[]): string[] {
  const rootsOf = (text: string) =>
    (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
      .filter((word) => word.length > LIGHT_CHARS || /\p{N}/u.test(word))
      .map((word) => word.slice(0, 5));
  const said = new Set(rootsOf(answer));
  return items
    .filter(({ text }) => {
      const roots = rootsOf(text);
      return roots.length > 0 && roots.filter((root) => said.has(root)).length / roots.length >= USED_SHARE;
    })
    .map(({ id }) => id);
}
