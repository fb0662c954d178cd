/** A conversation outside of Nima: what `conversations.export` writes and `conversations.import` reads. */
import { z } from 'zod';
import { titleSchema } from './conversation.ts';
import { cleanText, ROLES, SPEAKER_CHARS_MAX, TURN_CHARS_MAX } from './turns/turn.ts';

/** One request stays below the body limit; longer talks come as several conversations. */
const MESSAGES_MAX = 5000;

export const portableMessageSchema = z.object({
  role: z.enum(ROLES).default('user'),
  content: z.string().max(TURN_CHARS_MAX).transform(cleanText),
  speaker: z.string().max(SPEAKER_CHARS_MAX).transform(cleanText).default('').describe('Name of who spoke'),
  timestamp: z.iso.datetime({ offset: true }).optional().describe('When it was said; now when left out'),
  metadata: z.record(z.string(), z.unknown()).default({}),
  status: z
    .enum(['complete', 'stopped', 'failed', 'interrupted'])
    .default('complete')
    .describe('How the answer ended; nothing imported goes on by itself'),
  parent: z
    .int()
    .min(0)
    .nullable()
    .optional()
    .describe('Place in `messages` of the one it follows, null at the root; the one before when left out'),
});
export type PortableMessage = z.output<typeof portableMessageSchema>;

export const portableSchema = z.object({
  title: titleSchema.optional(),
  messages: z.array(portableMessageSchema).min(1).max(MESSAGES_MAX),
  head: z.int().min(0).nullable().optional().describe('Place of the leaf that is shown; the last when left out'),
  created_at: z.iso.datetime({ offset: true }).optional(),
  updated_at: z.iso.datetime({ offset: true }).optional(),
});
export type Portable = z.input<typeof portableSchema>;
