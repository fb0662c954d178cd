/** The talk as clients of other models send it: whole, with every request, and with tools of the client's own. */
import { z } from 'zod';
import { cleanText, TURN_CHARS_MAX } from '../../conversations/index.ts';

const content = z.string().max(TURN_CHARS_MAX).transform(cleanText);

export const clientCallSchema = z.object({
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(64),
  arguments: z.record(z.string(), z.unknown()),
});

export const completionMessageSchema = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('system'), content }),
  z.strictObject({ role: z.literal('user'), content }),
  z.strictObject({ role: z.literal('assistant'), content, calls: z.array(clientCallSchema).default([]) }),
  z.strictObject({ role: z.literal('tool'), call_id: z.string().min(1).max(200), content }),
]);
export type CompletionMessage = z.output<typeof completionMessageSchema>;
