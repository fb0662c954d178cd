/**
 * Every setting of Nima with its meaning, default and reason. The environment name is derived (`server.port` →
 * `NIMA_SERVER_PORT`), and `docs/reference/settings.md` is generated from here.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65_535);
const count = z.coerce.number().int().min(1);
/** `true`, `false`, `1`, `0`, `yes`, `no`: the words people put into environment variables. */
const flag = z.stringbool().or(z.boolean());
const names = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((name) => name.trim())
      .filter(Boolean),
  )
  .or(z.array(z.string()));

export const settingsSchema = z.strictObject({
  data: z
    .strictObject({
      folder: z
        .string()
        .default(join(homedir(), '.nima'))
        .describe('Folder for the database, the local token and backups.'),
    })
    .prefault({}),
  server: z
    .strictObject({
      host: z.string().default('127.0.0.1').describe('Address to listen on. Anything but loopback needs a credential.'),
      port: port.default(8002).describe('Port to listen on; 0 takes a free one.'),
      allowedHosts: names.default([]).describe('Host names, beside loopback, that a browser may use to reach Nima.'),
      bodyBytesMax: count
        .default(4_194_304)
        .describe('Largest request body. 4 MiB holds the longest message many times over.'),
    })
    .prefault({}),
  database: z
    .strictObject({
      url: z
        .string()
        .optional()
        .describe('`postgres://…` for PostgreSQL (also DATABASE_URL). Empty: SQLite in the data folder.'),
    })
    .prefault({}),
  model: z
    .strictObject({
      provider: z
        .enum(['auto', 'offline', 'openai-compatible', 'anthropic'])
        .default('auto')
        .describe(
          'Who answers. `auto` takes the first that can be reached: the configured server, a local Ollama, offline.',
        ),
      baseUrl: z
        .url()
        .optional()
        .describe('An OpenAI-compatible server: Ollama, vLLM, llama.cpp, LM Studio, OpenAI (`…/v1`).'),
      name: z.string().optional().describe('Model name at that server. Empty: its first model.'),
      apiKey: z.string().optional().describe('Key, or a reference: `env:NAME` or `file:/path`.'),
      anthropicKey: z.string().optional().describe('Anthropic key, or a reference.'),
      anthropicName: z.string().default('claude-sonnet-4-5').describe('Anthropic model name.'),
      idleTimeoutMs: count.default(60_000).describe('Silence after which a model counts as hanging.'),
      contextTokens: z.coerce
        .number()
        .int()
        .min(2048)
        .optional()
        .describe(
          'Tokens sent and answered at most. Empty: what the server says, up to 32,768, else 8,192. Ollama serves 4,096 unless told otherwise.',
        ),
      seesImages: z
        .enum(['auto', 'yes', 'no'])
        .default('auto')
        .describe('Whether pictures may be shown to the model. `auto` goes by its name.'),
      tokensMax: count.default(1024).describe('Longest answer in tokens when the request does not say.'),
    })
    .prefault({}),
  embedding: z
    .strictObject({
      provider: z
        .enum(['hashed', 'remote', 'transformers'])
        .default('hashed')
        .describe('How texts become vectors. `hashed` needs nothing.'),
      baseUrl: z.url().optional().describe('OpenAI-compatible server for `remote` (`…/v1`).'),
      model: z.string().default('all-MiniLM-L6-v2').describe('Model name for `remote` and `transformers`.'),
      dimensions: count.default(384).describe('Length of the vectors of `remote` and `transformers` models.'),
      folder: z.string().optional().describe('Local model folder for `transformers`.'),
      apiKey: z.string().optional().describe('Key for `remote`, or a reference.'),
    })
    .prefault({}),
  knowledge: z
    .strictObject({
      folders: names
        .default([])
        .describe("Folders that knowledge packs may be installed from. Empty: your home folder and Nima's own."),
    })
    .prefault({}),
  auth: z
    .strictObject({
      trustLoopback: flag
        .default(false)
        .describe(
          'Programs on this machine act as the owner without a token (never browsers). For a machine only you use.',
        ),
    })
    .prefault({}),
  voice: z
    .strictObject({
      baseUrl: z
        .url()
        .optional()
        .describe('Server that turns speech into text by `/audio/transcriptions` (`…/v1`). Empty: none.'),
      model: z.string().default('whisper-1').describe('Model name at that server.'),
      apiKey: z.string().optional().describe('Key, or a reference: `env:NAME` or `file:/path`.'),
      timeoutMs: count.default(120_000).describe('A small board needs a minute for a minute of speech.'),
    })
    .prefault({}),
  outbound: z
    .strictObject({
      allowedHosts: names
        .default([])
        .describe(
          'Private hosts Nima may reach, by name, address or CIDR: `gitea.lan`, `192.168.1.10`, `10.8.0.0/16`.',
        ),
      timeoutMs: count.default(30_000).describe('Silence after which an outside server counts as hanging.'),
      bodyBytesMax: count
        .default(33_554_432)
        .describe('Longest answer read from outside, unpacked. 32 MiB holds a large document.'),
    })
    .prefault({}),
  /** By name; each provider says what its own settings are, and refuses what it does not know. */
  integrations: z
    .object({})
    .catchall(z.record(z.string(), z.unknown()))
    .prefault({})
    .describe(
      'What tasks may touch, by integration, in `nima.yaml` only: `files: { roots: { notes: /home/ana/notes } }`. `nima tasks integrations get files` shows the settings of one; the guide on tasks has examples.',
    ),
  mail: z
    .strictObject({
      smtpUrl: z
        .string()
        .optional()
        .describe(
          'SMTP server for alerts by mail, `smtps://user:password@host`, or a reference: `env:NAME`, `file:/path`.',
        ),
      from: z.string().default('nima@localhost').describe('Sender of alerts by mail.'),
    })
    .prefault({}),
  limits: z
    .strictObject({
      streamsMax: count.default(100).describe('Open answer streams of this replica; each holds a socket and a buffer.'),
      jobsAtOnce: count.default(4).describe('Jobs running side by side; a Raspberry Pi has four cores.'),
    })
    .prefault({}),
  log: z
    .strictObject({
      level: z
        .enum(['debug', 'info', 'warn', 'error', 'silent'])
        .default('info')
        .describe('Least important line that is written.'),
    })
    .prefault({}),
});

export type Settings = z.output<typeof settingsSchema>;
