/** A turn: one message of a conversation, kept verbatim, with what belongs to it. */
import { z } from 'zod';

export const ROLES = ['user', 'assistant', 'system'] as const;
export const TURN_STATUSES = ['generating', 'asks', 'complete', 'stopped', 'failed', 'interrupted'] as const;

/** A tool call made while the turn was generated, with its outcome so far. */
export const callSchema = z.object({
  call_id: z.string(),
  operation: z.string(),
  effect: z.enum(['read', 'write', 'spend', 'destroy']),
  arguments: z.record(z.string(), z.unknown()),
  state: z
    .enum(['running', 'asks', 'handed', 'done', 'failed', 'denied'])
    .describe('`asks`: waits for the owner; `handed`: waits for the program that brought the tool'),
  summary: z.string().describe('What the operation does, in a few words'),
  preview: z.string().nullable().describe('What would change, for an approval'),
  approval_id: z.string().nullable(),
  expires_at: z.iso.datetime().nullable().describe('When the approval stops waiting'),
  result: z.unknown().describe('Output, or `{ error }`'),
  undo: z.string().nullable().describe('Operation that takes it back, given `result.id`'),
});
export type TurnCall = z.output<typeof callSchema>;

export const usedFactSchema = z.object({
  id: z.string(),
  fact: z.string(),
  source: z.string(),
  created_at: z.iso.datetime(),
});

export type UsedFact = z.output<typeof usedFactSchema>;

export const usedTurnSchema = z.object({
  id: z.string(),
  conversation_id: z.string(),
  content: z.string(),
  speaker: z.string(),
  created_at: z.iso.datetime(),
});
export type UsedTurn = z.output<typeof usedTurnSchema>;

/** A fact or rule of a knowledge pack that an answer rests on. */
export const usedPassageSchema = z.object({
  id: z.string().describe('Pack and fact: `technical/dns-ttl`'),
  pack: z.string(),
  text: z.string(),
  citation: z.string().describe('`Technical · dns-ttl, 2025-06`'),
  source: z.object({ title: z.string(), publisher: z.string(), url: z.string().optional() }).nullable(),
  as_of: z.string().nullable(),
  is_overdue: z.boolean().describe('Its date of review has passed: check before relying on it'),
});
export type UsedPassage = z.output<typeof usedPassageSchema>;

/** What an answer is made of, in the order it was made: a stretch of its text, or a call. */
export const partSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('text'),
    from: z.int().min(0).describe('First character of the stretch in `content` (UTF-16 units)'),
    to: z.int().min(0).describe('Character after its last'),
  }),
  z.object({ type: z.literal('call'), call_id: z.string() }),
]);
export type TurnPart = z.output<typeof partSchema>;

/** A file or picture that came with a turn; its bytes are kept by `attachments`. */
export const attachedSchema = z.object({
  id: z.uuid(),
  name: z.string(),
  media_type: z.string(),
  kind: z.enum(['text', 'image', 'other']),
});
export type Attached = z.output<typeof attachedSchema>;

/** A goal an answer serves, as it stood then. */
export const servedGoalSchema = z.object({
  id: z.uuid(),
  title: z.string(),
  milestone: z.string().nullable(),
  progress: z.number().min(0).max(1),
});
export type ServedGoal = z.output<typeof servedGoalSchema>;

export const metadataSchema = z.looseObject({
  /** Model that answered. */
  model: z.string().optional(),
  leaves_machine: z.boolean().optional(),
  facts_used: z.array(usedFactSchema).optional(),
  turns_used: z.array(usedTurnSchema).optional(),
  passages_used: z.array(usedPassageSchema).optional(),
  calls: z.array(callSchema).optional(),
  /** Text and calls in the order they came; turns from before this was kept have none. */
  parts: z.array(partSchema).optional(),
  attachments: z.array(attachedSchema).optional(),
  /** Goals of the owner that the question touches. */
  goals: z.array(servedGoalSchema).optional(),
  /** Brought by an import. */
  imported: z.boolean().optional(),
  /** Said by a client to have been said before. */
  claimed: z.boolean().optional(),
  error: z.object({ kind: z.string(), code: z.string(), message: z.string() }).optional(),
});
export type TurnMetadata = z.output<typeof metadataSchema>;

export const turnSchema = z.object({
  id: z.uuid(),
  conversation_id: z.uuid(),
  parent_id: z.uuid().nullable(),
  role: z.enum(ROLES),
  speaker: z.string().describe('Name of who spoke; empty for the owner and Nima'),
  content: z.string(),
  status: z.enum(TURN_STATUSES),
  metadata: metadataSchema,
  timestamp: z.iso.datetime(),
});
export type Turn = z.output<typeof turnSchema>;

/** A turn among its siblings, for the branch switcher. */
export const branchedTurnSchema = turnSchema.extend({
  siblings: z.array(z.uuid()).describe('Turns with the same parent, oldest first, this one among them'),
});

/** A long log or file pasted whole still fits; more belongs into an import. */
export const TURN_CHARS_MAX = 32_000;
/** Names longer than this are not names. */
export const SPEAKER_CHARS_MAX = 100;

/** Control characters other than tab and line breaks: they only hide things from a reader. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** The words as said, without characters that no one can see or PostgreSQL cannot store. */
export const cleanText = (text: string): string => text.replaceAll(CONTROL, '').replaceAll('\r\n', '\n');
