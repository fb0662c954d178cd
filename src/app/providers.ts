/** Which provider fills which port: the only list of them. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { documentReaders } from '../copilot/attachments/ports/document-reader.ts';
import { packShelves } from '../copilot/knowledge/ports/pack-shelf.ts';
import { packSources } from '../copilot/knowledge/ports/pack-source.ts';
import { toolServersPort } from '../copilot/tools/ports/tool-server.ts';
import { transcriberPort } from '../copilot/voice/ports/transcriber.ts';
import { projectReaderPort } from '../copilot/workspace/ports/project-reader.ts';
import { channelPort } from '../core/alerts/ports/channel.ts';
import { senderPort } from '../core/webhooks/ports/sender.ts';
import type { Clock, Log } from '../kernel/context.ts';
import { Failure } from '../kernel/errors.ts';
import { type Provided, provide } from '../kernel/port.ts';
import type { Embedder, Language, ModelPort } from '../kernel/ports.ts';
import type { Secret } from '../kernel/secret.ts';
import { createHashedEmbedder } from '../platform/embedding/hashed.ts';
import { createRemoteEmbedder } from '../platform/embedding/remote.ts';
import { createTransformersEmbedder } from '../platform/embedding/transformers.ts';
import { createModels } from '../platform/llm/models.ts';
import { createOutbound, createResolver, type Outbound } from '../platform/outbound/outbound.ts';
import { resolveSecret } from '../platform/settings/load.ts';
import type { Settings } from '../platform/settings/schema.ts';
import { emailChannel } from '../providers/channel/email/email.ts';
import { slackChannel } from '../providers/channel/slack/slack.ts';
import { webhookChannel } from '../providers/channel/webhook/webhook.ts';
import { pdfReader } from '../providers/document-reader/unpdf/reader.ts';
import { offlineModel } from '../providers/model/offline/model.ts';
import { folderShelf } from '../providers/pack-shelf/folder/shelf.ts';
import { folderSource } from '../providers/pack-source/folder/source.ts';
import { gitSource } from '../providers/pack-source/git/source.ts';
import { folderReader } from '../providers/project-reader/folder/reader.ts';
import { httpSender } from '../providers/sender/http/sender.ts';
import { McpToolServers } from '../providers/tool-server/mcp/tool-servers.ts';
import { openAiTranscriber } from '../providers/transcriber/openai-compatible/transcriber.ts';
import { providedIntegrations } from './integrations.ts';

interface Means {
  readonly settings: Settings;
  readonly language: Language;
  readonly clock: Clock;
  readonly log: Log;
}

export function modelsOf({ settings, language, clock, log }: Means): ModelPort {
  return createModels({
    settings: settings.model,
    apiKey: resolveSecret(settings.model.apiKey),
    anthropicKey: resolveSecret(settings.model.anthropicKey),
    offline: offlineModel({ language, now: () => clock.now() }),
    clock,
    log,
  });
}

export function embedderOf({ embedding }: Settings): Embedder {
  const { provider, baseUrl = '', model, dimensions, folder, apiKey } = embedding;
  const key = resolveSecret(apiKey);
  if (provider === 'remote') return createRemoteEmbedder({ baseUrl, model, dimensions, ...(key ? { key } : {}) });
  if (provider === 'transformers')
    return createTransformersEmbedder({ model, dimensions, ...(folder ? { folder } : {}) });
  return createHashedEmbedder();
}

/** The way out by HTTP for providers: `outboundOf(settings)` is a `fetch` that keeps to the owner's allowed hosts. */
export const outboundOf = ({ outbound }: Settings): Outbound => createOutbound(outbound);

interface ProviderMeans extends Pick<Means, 'settings' | 'clock' | 'log'> {
  readonly version: string;
}

/** What fills the ports of modules: `provide(integrationPort, 'git', …)`, one line each. */
export function providedOf({ settings, clock, version }: ProviderMeans): readonly Provided[] {
  return [
    ...providedIntegrations(settings),
    ...packProviders(settings),
    ...alertChannels(settings, clock),
    webhookSender(settings),
    provide(projectReaderPort, 'folder', folderReader),
    mcpToolServers(settings, version),
    ...transcribers(settings),
    provide(documentReaders, 'unpdf', pdfReader),
  ];
}

function neededSecret(reference: string): Secret {
  const secret = resolveSecret(reference);
  if (!secret) throw new Failure('invalid', `There is nothing behind ${reference}.`);
  return secret;
}

/** Ways to tell the owner of alerts beside the page. */
function alertChannels({ outbound, mail }: Settings, clock: Clock): readonly Provided[] {
  const fetch = createOutbound(outbound);
  return [
    provide(channelPort, 'webhook', webhookChannel({ fetch, secretOf: neededSecret, now: () => clock.now() })),
    provide(channelPort, 'slack', slackChannel({ fetch, secretOf: neededSecret })),
    provide(channelPort, 'email', emailChannel({ smtpUrl: resolveSecret(mail.smtpUrl), from: mail.from })),
  ];
}

function webhookSender({ outbound }: Settings): Provided {
  const means = { fetch: createOutbound(outbound), addressOf: createResolver(outbound), resolve: resolveSecret };
  return provide(senderPort, 'http', httpSender(means));
}

function packProviders({ data, knowledge, outbound }: Settings): readonly Provided[] {
  const roots = knowledge.folders.length > 0 ? knowledge.folders : [homedir(), join(import.meta.dirname, '../..')];
  return [
    provide(packSources, 'folder', folderSource(roots)),
    provide(packSources, 'git', gitSource({ roots, addressOf: createResolver(outbound) })),
    provide(packShelves, 'folder', folderShelf(join(data.folder, 'knowledge'))),
  ];
}

/** A tool server keeps a line open and may be silent on it while it works. */
const TOOL_SILENCE_MS = 330_000;

/** Connecting a server is the owner's word that its address may be reached, also in a private network; nothing else is. */
function mcpToolServers({ outbound }: Settings, version: string): Provided {
  const servers = new McpToolServers({
    version,
    secret: (reference) => resolveSecret(reference)?.reveal() ?? '',
    fetchTo: ({ hostname }) =>
      createOutbound({
        ...outbound,
        allowedHosts: [...outbound.allowedHosts, hostname.replace(/^\[|\]$/g, '')],
        timeoutMs: TOOL_SILENCE_MS,
      }),
  });
  return { ...provide(toolServersPort, 'mcp', servers), close: () => servers.close() };
}

/** Naming a server in the settings is the owner's word that it may be reached, also in a private network. */
function transcribers({ voice, outbound }: Settings): readonly Provided[] {
  const { baseUrl, model, apiKey, timeoutMs } = voice;
  if (!baseUrl) return [];
  const host = new URL(baseUrl).hostname.replace(/^\[|\]$/g, '');
  const fetch = createOutbound({ ...outbound, allowedHosts: [...outbound.allowedHosts, host], timeoutMs });
  const transcriber = openAiTranscriber({ baseUrl, model, key: resolveSecret(apiKey), fetch });
  return [provide(transcriberPort, 'openai-compatible', transcriber)];
}
