/**
 * Decides which model would answer now. What is found is kept for 30 s and renewed in the background, so that a
 * conversation waits for a probe once at most; a failure of the chosen model throws the finding away.
 */
import type { Clock } from '../../kernel/context.ts';
import type { Secret } from '../../kernel/secret.ts';
import type { Settings } from '../settings/schema.ts';
import { type Chosen, chosen, hostOf, OLLAMA_URL } from './candidate.ts';
import { listModels, type ServedModel } from './probe.ts';

/** A configured server may wake up on the other side of the world; a local Ollama answers in a few milliseconds. */
const CONFIGURED_TIMEOUT_MS = 1500;
const LOCAL_TIMEOUT_MS = 300;
/** Long enough that a conversation does not probe at each message, short enough that a started server is soon seen. */
const FINDING_TTL_MS = 30_000;

export interface ChooserOptions {
  readonly settings: Settings['model'];
  readonly apiKey: Secret | null;
  readonly anthropicKey: Secret | null;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
}

export interface Chooser {
  current(): Promise<Chosen>;
  /** The chosen model failed: forget the finding. With `auto`, offline answers until a new one is there. */
  failed(failing: Chosen): void;
}

export function createChooser(options: ChooserOptions): Chooser {
  let finding: { readonly chosen: Chosen; readonly until: number } | null = null;
  let search: Promise<Chosen> | null = null;

  const renew = (): Promise<Chosen> => {
    search ??= find(options)
      .then((found) => {
        finding = { chosen: found, until: options.clock.now() + FINDING_TTL_MS };
        return found;
      })
      .finally(() => {
        search = null;
      });
    return search;
  };

  return {
    async current() {
      if (!finding) return renew();
      if (finding.until <= options.clock.now()) void renew();
      return finding.chosen;
    },
    failed({ choice }) {
      const because = `${choice.label} failed a moment ago, so the offline model answers until it is back.`;
      const fallback = { chosen: chosen({ kind: 'offline' }, because), until: Number.NEGATIVE_INFINITY };
      finding = options.settings.provider === 'auto' ? fallback : null;
    },
  };
}

/** Never fails: without any other model, the offline one is found. */
function find(options: ChooserOptions): Promise<Chosen> {
  const { provider, anthropicName } = options.settings;
  if (provider === 'auto') return findReachable(options);
  if (provider === 'openai-compatible') return findConfigured(options);
  const found =
    provider === 'offline'
      ? chosen({ kind: 'offline' }, 'The settings say to stay offline.')
      : chosen({ kind: 'anthropic', name: anthropicName }, 'The settings name Anthropic.');
  return Promise.resolve(found);
}

async function findConfigured(options: ChooserOptions): Promise<Chosen> {
  const { baseUrl = OLLAMA_URL, name } = options.settings;
  const models = name === undefined ? await listModels(options.fetch, probeOf(options, baseUrl)) : null;
  const known = name ?? models?.[0]?.name ?? '';
  const because = known ? 'The settings name this server.' : 'The settings name this server, but it does not answer.';
  const sendsKey = sendsKeyTo(options, baseUrl);
  return chosen({ kind: 'openai-compatible', baseUrl, name: known, sendsKey, ...windowOf(models, known) }, because);
}

async function findReachable(options: ChooserOptions): Promise<Chosen> {
  const { baseUrl, anthropicName } = options.settings;
  if (baseUrl) {
    const server = await reach(options, baseUrl, CONFIGURED_TIMEOUT_MS);
    if (server) return server;
  }
  const silent = baseUrl ? `The configured server at ${hostOf(baseUrl)} does not answer` : null;
  if (options.anthropicKey) {
    const candidate = { kind: 'anthropic', name: anthropicName } as const;
    return chosen(candidate, silent ? `${silent}, and an Anthropic key is set.` : 'An Anthropic key is set.');
  }
  const local = await reach(options, OLLAMA_URL, LOCAL_TIMEOUT_MS);
  if (local) return local;
  return chosen({ kind: 'offline' }, silent ? `${silent}.` : 'No model server is configured or running here.');
}

async function reach(options: ChooserOptions, baseUrl: string, timeoutMs: number): Promise<Chosen | null> {
  const models = await listModels(options.fetch, probeOf(options, baseUrl, timeoutMs));
  const name = options.settings.name ?? models?.[0]?.name;
  if (!models || !name) return null;
  const isConfigured = baseUrl === options.settings.baseUrl;
  const because = isConfigured ? 'The configured server answers.' : 'Ollama runs on this machine.';
  const sendsKey = sendsKeyTo(options, baseUrl);
  return chosen({ kind: 'openai-compatible', baseUrl, name, sendsKey, ...windowOf(models, name) }, because);
}

function windowOf(models: readonly ServedModel[] | null, name: string): { contextTokens?: number } {
  const contextTokens = models?.find((model) => model.name === name)?.contextTokens;
  return contextTokens === undefined ? {} : { contextTokens };
}

const probeOf = (options: ChooserOptions, baseUrl: string, timeoutMs = CONFIGURED_TIMEOUT_MS) => ({
  baseUrl,
  timeoutMs,
  key: sendsKeyTo(options, baseUrl) ? options.apiKey : null,
});

/** The key belongs to the server the person configured; a server found by itself does not see it. */
const sendsKeyTo = ({ apiKey, settings }: ChooserOptions, baseUrl: string): boolean =>
  apiKey !== null && (baseUrl === settings.baseUrl || settings.provider === 'openai-compatible');
