/** The gauge: what would be sent with the next message, part by part, in a window of this size. Sends nothing. */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import type { ModelMessage } from '../../kernel/ports.ts';
import {
  branchOf,
  cleanText,
  conversationErrors,
  findConversation,
  listTurns,
  TURN_CHARS_MAX,
  type Turn,
} from '../conversations/index.ts';
import { estimateTokens } from '../persona/index.ts';
import { type AnswerPrompt, promptFor } from './generate/prompt.ts';

const PARTS = [
  'persona',
  'instructions',
  'fact',
  'passage',
  'summary',
  'turn',
  'examples',
  'files',
  'talk',
  'tools',
  'answer',
] as const;

const partSchema = z.object({
  part: z
    .enum(PARTS)
    .describe('`turn` is recalled from other talks, `talk` is this one, `answer` is what is kept free for the answer'),
  tokens: z.int(),
  items: z.int(),
  left_out: z.int().describe('Items that found no room; of the talk, turns that are only in summaries'),
});

const said = (message: ModelMessage): string => {
  if (message.role === 'tool') return JSON.stringify(message.result);
  const calls =
    message.role === 'assistant' ? message.calls.map(({ name, input }) => `${name} ${JSON.stringify(input)}`) : [];
  return [message.text, ...calls].filter(Boolean).join('\n');
};

function partsOf({ system, window, tools, files, answerTokens }: AnswerPrompt) {
  const part = (name: (typeof PARTS)[number], tokens: number, items: number, left_out = 0) => ({
    part: name,
    tokens: Math.round(tokens),
    items,
    left_out,
  });
  const inWindow = Math.min(files.tokens, window.tokens);
  return [
    ...system.parts.map(({ part: name, tokens, items, leftOut }) => part(name, tokens, items, leftOut)),
    part('files', inWindow, files.count, files.cut.length),
    part('talk', window.tokens - inWindow, window.turnIds.size, window.leftOut.length),
    part('tools', tools.tokens, tools.tools.length, tools.leftOut),
    part('answer', answerTokens, 1),
  ];
}

/** The shown branch with the words that are about to be said. */
async function pathWith(ctx: Context, conversationId: string | undefined, headId: string | null, message: string) {
  const path: Turn[] = conversationId
    ? branchOf(await listTurns(ctx.owner, ctx.db, conversationId), headId).filter(
        ({ status }) => status !== 'generating',
      )
    : [];
  if (message === '') return path;
  const next: Turn = {
    id: ctx.newId(),
    conversation_id: conversationId ?? ctx.newId(),
    parent_id: headId,
    role: 'user',
    speaker: '',
    content: message,
    status: 'complete',
    metadata: {},
    timestamp: new Date(ctx.clock.now()).toISOString(),
  };
  return [...path, next];
}

export const contextOfChat = defineOperation({
  name: 'chat.context',
  summary: 'Show what would be sent to the model, and how full its window is',
  input: z.object({
    conversation_id: z.uuid().optional().describe('The conversation that goes on; a new one when left out'),
    message: z.string().max(TURN_CHARS_MAX).transform(cleanText).default('').describe('What would be said next'),
  }),
  output: z.object({
    model: z.object({ id: z.string(), label: z.string(), leaves_machine: z.boolean(), sees_images: z.boolean() }),
    window_tokens: z.int(),
    used_tokens: z.int().describe('Of the window, with what is kept free for the answer'),
    fullness: z.number().min(0).describe('0 empty, 1 full'),
    parts: z.array(partSchema).describe('In the order of their importance'),
    system: z.string(),
    messages: z.array(z.object({ role: z.enum(['user', 'assistant', 'tool']), text: z.string(), tokens: z.int() })),
  }),
  errors: conversationErrors,
  permission: 'chat:use',
  effect: 'read',
  examples: [
    { say: 'how full is the context window', input: {} },
    { say: 'show the context gauge', input: {} },
    { say: 'what would be sent to the model', input: {} },
    { say: 'how many tokens does the context hold now', input: {} },
  ],
  async run(ctx, { conversation_id, message }, fail) {
    const conversation = conversation_id ? await findConversation(ctx.owner, ctx.db, conversation_id) : null;
    if (conversation_id && !conversation) throw fail.conversation_unknown({});
    const path = await pathWith(ctx, conversation_id, conversation?.head_turn_id ?? null, message);
    const model = await ctx.models.choose();
    const prompt = await promptFor(ctx, { conversationId: conversation_id ?? null, path, options: {}, model });
    const parts = partsOf(prompt);
    const used = parts.reduce((sum, { tokens }) => sum + tokens, 0);
    return {
      model: { id: model.id, label: model.label, leaves_machine: model.leavesMachine, sees_images: model.seesImages },
      window_tokens: model.contextTokens,
      used_tokens: used,
      fullness: used / model.contextTokens,
      parts,
      system: prompt.system.text,
      messages: prompt.window.messages.map((each) => {
        const text = said(each);
        return { role: each.role, text, tokens: estimateTokens(text) };
      }),
    };
  },
});
