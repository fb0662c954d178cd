/**
 * The AI SDK and the vendors' packages, imported when a model first speaks and kept from then on: they weigh tens of
 * MiB, which an idle Nima does not spend. Opens a candidate as a model of the SDK.
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Log } from '../../kernel/context.ts';
import type { Secret } from '../../kernel/secret.ts';
import { ANTHROPIC_URL, type Candidate } from './candidate.ts';

export type Sdk = typeof import('ai');

export interface VendorKitOptions {
  readonly apiKey: Secret | null;
  readonly anthropicKey: Secret | null;
  readonly offline: LanguageModelV4;
  readonly fetch: typeof fetch;
  readonly log: Log;
}

export interface VendorKit {
  sdk(): Promise<Sdk>;
  open(candidate: Candidate): Promise<LanguageModelV4>;
}

export function createVendorKit(options: VendorKitOptions): VendorKit {
  let sdk: Promise<Sdk> | null = null;
  return {
    sdk() {
      sdk ??= loadSdk(options.log);
      return sdk;
    },
    async open(candidate) {
      if (candidate.kind === 'offline') return options.offline;
      if (candidate.kind === 'anthropic') return openAnthropic(options, candidate.name);
      const { createOpenAICompatible } = await import('@ai-sdk/openai-compatible');
      const server = createOpenAICompatible({
        name: 'server',
        baseURL: candidate.baseUrl,
        includeUsage: true,
        fetch: options.fetch,
        ...(candidate.sendsKey && options.apiKey ? { apiKey: options.apiKey.reveal() } : {}),
      });
      return server.chatModel(candidate.name);
    },
  };
}

export async function loadSdk(log: Log): Promise<Sdk> {
  // The SDK prints warnings through the process unless this global of its own says otherwise.
  globalThis.AI_SDK_LOG_WARNINGS = ({ warnings }) => log.debug('The model SDK warns.', { warnings });
  return import('ai');
}

async function openAnthropic({ anthropicKey, fetch }: VendorKitOptions, name: string): Promise<LanguageModelV4> {
  const { createAnthropic } = await import('@ai-sdk/anthropic');
  // Address and key are given even when empty: left out, the package would look for them in the environment.
  const vendor = createAnthropic({ baseURL: ANTHROPIC_URL, apiKey: anthropicKey?.reveal() ?? '', fetch });
  return vendor.languageModel(name);
}
