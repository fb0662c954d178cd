/** A channel of the owner: where alerts go beside the page, and from which severity on. */
import { z } from 'zod';
import { SEVERITIES } from '../alert.ts';

export const channelSchema = z.object({
  id: z.uuid(),
  type: z.string().describe('webhook, slack or email'),
  name: z.string(),
  config: z.record(z.string(), z.unknown()),
  severity_min: z.enum(SEVERITIES).describe('Least severity that is sent here'),
  created_at: z.iso.datetime(),
});
export type OwnChannel = z.output<typeof channelSchema>;

export const channelErrors = {
  channel_unknown: {
    kind: 'not_found',
    text: () => 'There is no such channel. `nima alerts channels list` shows yours.',
  },
  channel_type_unknown: {
    kind: 'invalid',
    text: ({ type, types }: { type: string; types: string }) =>
      `Nima has no channel of the type ${type}. It has: ${types}.`,
  },
} as const;
