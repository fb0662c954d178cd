/** What a person sends to chat: the seed's request, and what it must not carry. */
import { z } from 'zod';
import { cleanText, TURN_CHARS_MAX } from '../conversations/index.ts';

/** Earlier messages a client may bring into a new conversation; longer talk is imported. */
const MESSAGES_MAX = 200;
/** More files than this are a folder, which `workspace` knows. */
const ATTACHMENTS_MAX = 10;

export const messageSchema = z.strictObject({
  role: z.enum(['user', 'assistant', 'system'], {
    error:
      'A message is by user, assistant or system. Tool messages and approvals are kept by Nima and cannot be sent.',
  }),
  content: z
    .string()
    .max(
      TURN_CHARS_MAX,
      `A message holds up to ${TURN_CHARS_MAX} characters. Send a part of it, or import the text as a conversation.`,
    )
    .transform(cleanText),
});
export type Message = z.output<typeof messageSchema>;

export const optionsShape = {
  max_length: z.int().min(1).max(32_000).optional().describe('Longest answer in tokens'),
  temperature: z.number().min(0).max(2).optional(),
  top_k: z.int().min(1).max(1000).optional(),
};
/** A tool of the program that talks to Nima as to a model; it runs there, never here. */
export const clientToolSchema = z.object({
  name: z.string().regex(/^[a-zA-Z0-9_-]{1,64}$/, 'A tool name is up to 64 letters, digits, _ and -.'),
  description: z.string().max(4000).default(''),
  input_schema: z.record(z.string(), z.unknown()).default({ type: 'object', properties: {} }),
});
export const optionsSchema = z.object({ ...optionsShape, client_tools: z.array(clientToolSchema).optional() });
export type AnswerOptions = z.output<typeof optionsSchema>;

export const sendSchema = z.object({
  messages: z
    .array(messageSchema)
    .min(1)
    .max(MESSAGES_MAX)
    .refine((messages) => messages.at(-1)?.role === 'user', { message: 'The last message must be by user.' })
    .refine((messages) => messages.at(-1)?.content.trim() !== '', { message: 'The last message is empty.' })
    .describe('The last one is answered. Earlier ones open a new conversation; an existing one keeps its own record.'),
  conversation_id: z.uuid().optional().describe('Go on with this conversation'),
  private: z
    .boolean()
    .default(false)
    .describe('Begin a private conversation: nothing of it is remembered, and it ends with its removal or after a day'),
  attachment_ids: z
    .array(z.uuid())
    .max(ATTACHMENTS_MAX)
    .default([])
    .describe('Files and pictures of `attachments.create` that belong to this message'),
  ...optionsShape,
});
