/**
 * Nima as a model for other programs: they send their whole talk each time, with tools of their own. The talk is joined
 * to the conversation it goes on from, so that memory, packs and persona are the same as everywhere.
 */
import { z } from 'zod';
import type { Context } from '../../kernel/context.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { completionMessageSchema } from './completions/message.ts';
import { openCompletion } from './completions/open-completion.ts';
import { numberedEventSchema } from './events.ts';
import { answerOf, followToPause } from './generate/follow.ts';
import { openErrors } from './generate/open-answer.ts';
import { clientToolSchema, optionsShape } from './request.ts';
import { answered, answerSchema } from './send.ts';

/** A client that sends more is sending a book. */
const MESSAGES_MAX = 400;
const TOOLS_MAX = 64;

export const completeChat = defineOperation({
  name: 'chat.complete',
  summary: "Answer another program's talk, with its own tools beside Nima's",
  input: z.object({
    messages: z
      .array(completionMessageSchema)
      .min(1)
      .max(MESSAGES_MAX)
      .refine((messages) => /^(user|tool)$/.test(messages.at(-1)?.role ?? ''), {
        message: 'The last message must be by user or tool: it is what is answered.',
      }),
    tools: z.array(clientToolSchema).max(TOOLS_MAX).default([]).describe('Tools that the client runs itself'),
    private: z.boolean().default(false).describe('Remember nothing of it'),
    attachment_ids: z.array(z.uuid()).max(10).default([]),
    stream: z.boolean().default(false),
    ...optionsShape,
  }),
  output: answerSchema,
  events: numberedEventSchema,
  errors: {
    ...openErrors,
    tool_name_taken: {
      kind: 'invalid',
      text: ({ name }: { name: string }) =>
        `${name} is the name of a tool of Nima's own. Give yours another, so that nobody takes one for the other.`,
    },
  },
  permission: 'chat:use',
  effect: 'write',
  examples: [{ say: 'answer another program', input: { messages: [{ role: 'user', content: 'Hello' }] } }],
  // Its face speaks the protocol of those programs.
  offeredIn: [],
  run(ctx, { messages, tools, private: isPrivate, attachment_ids: attachmentIds, stream, ...options }, fail) {
    const taken = tools.find(({ name }) => isTaken(ctx, name));
    if (taken) throw fail.tool_name_taken({ name: taken.name });
    const open = () =>
      openCompletion(ctx, { messages, isPrivate, attachmentIds, options: { ...options, client_tools: tools } }, fail);
    if (!stream) return open().then(async ({ turnId, after }) => answered(ctx, await answerOf(ctx, turnId, after)));
    return streamed(ctx, open);
  },
});

/** Two underscores stand between a tool server and its tool. */
const isTaken = ({ toolbox }: Context, name: string): boolean =>
  name.includes('__') || toolbox.tools().some((tool) => tool.name === name);

async function* streamed(ctx: Context, open: () => Promise<{ turnId: string; after: number }>) {
  const { turnId, after } = await open();
  yield* followToPause(ctx, turnId, after);
}
