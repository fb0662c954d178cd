/** Which provider fills which port: the only list of them. */
import { homedir } from 'node:os';
import { join } from 'node:path';
import { packSources } from '../copilot/knowledge/ports/pack-source.ts';
import type { Clock, Log } from '../kernel/context.ts';
import { type Provided, provide } from '../kernel/port.ts';
import type { Embedder, Language, ModelPort } from '../kernel/ports.ts';
import { createHashedEmbedder } from '../platform/embedding/hashed.ts';
import { createRemoteEmbedder } from '../platform/embedding/remote.ts';
import { createTransformersEmbedder } from '../platform/embedding/transformers.ts';
import { createModels } from '../platform/llm/models.ts';
import { createOutbound, type Outbound } from '../platform/outbound/outbound.ts';
import { resolveSecret } from '../platform/settings/load.ts';
import type { Settings } from '../platform/settings/schema.ts';
import { offlineModel } from '../providers/model/offline/model.ts';
import { folderSource } from '../providers/pack-source/folder/source.ts';

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

/** What fills the ports of modules: `provide(integrationPort, 'git', …)`, one line each. */
export function providedOf({ settings }: Pick<Means, 'settings' | 'clock' | 'log'>): readonly Provided[] {
  return [provide(packSources, 'folder', folderSource(packFolders(settings)))];
}

const packFolders = ({ knowledge: { folders } }: Settings): readonly string[] =>
  folders.length > 0 ? folders : [homedir(), join(import.meta.dirname, '../..')];
