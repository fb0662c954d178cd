/** What the http integration is told: credentials for each host, and the webhooks that can be called by name. */
import { z } from 'zod';

const host = z.strictObject({
  headers: z
    .record(z.string(), z.string())
    .default({})
    .describe('Sent with every request to this host; secrets as references: `authorization: env:API_TOKEN`.'),
  isReadable: z
    .boolean()
    .default(false)
    .describe('GET and HEAD run unasked. Elsewhere they ask: an address can carry what Nima knows to whoever owns it.'),
  knowsIdempotencyKeys: z
    .boolean()
    .default(false)
    .describe('The host honours `Idempotency-Key`, so that a POST may be tried again.'),
});

const webhook = z.strictObject({
  url: z.url(),
  secret: z.string().describe('Reference to the signing secret: `whsec_` and base64, or any text.'),
});

export const httpConfig = z.strictObject({
  hosts: z.record(z.string(), host).default({}).describe('By host name: `api.example.com`.'),
  webhooks: z.record(z.string(), webhook).default({}).describe('By the name tasks use.'),
  answerCharsMax: z.number().int().min(100).default(200_000).describe('Longest answer kept with the task.'),
});
export type HttpConfig = z.output<typeof httpConfig>;
