/** A conversation, as listed and as read. */
import { z } from 'zod';
import { branchedTurnSchema, cleanText } from './turns/turn.ts';

export const conversationSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  head_turn_id: z.uuid().nullable().describe('The leaf that is shown'),
  private: z.boolean().describe('Remembered by nobody, in no search, gone when removed or a day after its last word'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Conversation = z.output<typeof conversationSchema>;

export const conversationWithMessagesSchema = conversationSchema.extend({
  messages: z.array(branchedTurnSchema).describe('From the first turn to the head'),
  context_summary: z.string().nullable().describe('Summary of turns that no longer fit the window; null while all do'),
});

/** A title fits one line of the rail. */
export const TITLE_CHARS_MAX = 120;
const TITLE_WORDS_CHARS = 48;
const oneLine = (text: string): string => cleanText(text).replaceAll(/\s+/g, ' ').trim();
export const titleSchema = z.string().max(TITLE_CHARS_MAX).transform(oneLine).pipe(z.string().min(1));

/** The first words of what was said, cut at a word. */
export function titleOf(text: string): string {
  const line = text.trim().split('\n')[0] ?? '';
  if (line.length <= TITLE_WORDS_CHARS) return line || 'New conversation';
  const cut = line.slice(0, TITLE_WORDS_CHARS);
  return `${cut.slice(0, cut.lastIndexOf(' ') > 20 ? cut.lastIndexOf(' ') : undefined)}…`;
}
