/** A pack as operations show it, and the failures they share. */
import { z } from 'zod';
import { topicSchema } from '../format/content.ts';
import { idSchema } from '../format/text.ts';

/** `by_topic`: consulted when a question is about it; `always`: for every question; `off`: never. */
export const PACK_STATES = ['by_topic', 'always', 'off'] as const;
export type PackState = (typeof PACK_STATES)[number];

/** What comes with Nima was reviewed with its code; what was installed was written by anybody. */
export const PACK_TRUSTS = ['shipped', 'installed'] as const;
export type PackTrust = (typeof PACK_TRUSTS)[number];

export const packSchema = z.object({
  id: z.string(),
  name: z.string(),
  category: z.string(),
  version: z.string(),
  description: z.string(),
  state: z.enum(PACK_STATES).describe('Whether its facts and rules are consulted'),
  trust: z.enum(PACK_TRUSTS),
  source: z.string().describe('`shipped`, or the folder or address it was installed from'),
  hash: z.string().describe('Names the content: sha256 of its canonical JSON'),
  licence: z.string(),
  author: z.string(),
  installed_at: z.iso.datetime().nullable(),
});
export type Pack = z.output<typeof packSchema>;

export const packTopicSchema = topicSchema.omit({ keywords: true });

export const packIdSchema = idSchema.describe('Id of a pack, such as technical');

export const faultSchema = z.object({
  file: z.string(),
  at: z.string().describe('Path inside the file: `facts[3].source.url`'),
  message: z.string(),
});

export const packErrors = {
  pack_unknown: {
    kind: 'not_found',
    text: () => 'There is no such pack. `nima knowledge packs list` shows yours.',
  },
} as const;

export const shippedError = {
  pack_is_shipped: {
    kind: 'conflict',
    text: ({ id }: { id: string }) =>
      `${id} comes with Nima and changes with Nima's own updates. Deactivate it to leave it out of answers.`,
  },
} as const;

export const sourceErrors = {
  pack_source_unsupported: {
    kind: 'invalid',
    text: () => 'That is neither a folder nor an address git can clone. Give a path, or https://… or git@host:path.',
  },
  pack_invalid: {
    kind: 'invalid',
    text: ({ first, count }: { faults: object[]; first: string; count: number }) =>
      `This is not a pack Nima can use. ${first}${count > 1 ? ` (and ${count - 1} more)` : ''} \`nima knowledge packs validate\` lists every fault.`,
  },
} as const;
