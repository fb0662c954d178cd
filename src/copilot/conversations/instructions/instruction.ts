/** A standing instruction: what the owner wants in every answer, in every conversation, until taken back. */
import { z } from 'zod';
import { cleanText } from '../turns/turn.ts';

/** A sentence or two; longer rules belong into a document. */
export const INSTRUCTION_CHARS_MAX = 500;
/** All of them stand in every prompt: 20 of full length take about 2,500 tokens. */
export const INSTRUCTIONS_MAX = 20;

export const instructionTextSchema = z
  .string()
  .max(INSTRUCTION_CHARS_MAX, `Keep a standing instruction under ${INSTRUCTION_CHARS_MAX} characters.`)
  .transform((text) => cleanText(text).replaceAll(/\s+/g, ' ').trim())
  .pipe(z.string().min(1, 'Say what should always hold.'));

export const instructionSchema = z.object({
  id: z.uuid(),
  text: z.string(),
  is_active: z.boolean().describe('False: kept, but not sent'),
  created_at: z.iso.datetime(),
  updated_at: z.iso.datetime(),
});
export type Instruction = z.output<typeof instructionSchema>;

export const instructionErrors = {
  instruction_unknown: {
    kind: 'not_found',
    text: () => 'There is no such standing instruction. `nima conversations instructions list` shows yours.',
  },
} as const;
