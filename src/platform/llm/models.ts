/**
 * The kernel's ModelPort on the AI SDK: the configured model, a local one or the offline one, one step at a time. Tools
 * are never run here; the caller runs them through the pipeline and comes back with their results.
 */
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { Clock, Log } from '../../kernel/context.ts';
import { Failure } from '../../kernel/errors.ts';
import type { ModelEvent, ModelPort, ModelRequest } from '../../kernel/ports.ts';
import type { Secret } from '../../kernel/secret.ts';
import type { Settings } from '../settings/schema.ts';
import { withAbilities } from './abilities.ts';
import { type Chosen, chosen, hostOf } from './candidate.ts';
import { createChooser } from './choose.ts';
import { type Speaker, silence } from './failures.ts';
import { eventsOf, type Step, startStep } from './generate.ts';
import { guardedFetch } from './guarded-fetch.ts';
import { withoutSilence } from './silence.ts';
import { createVendorKit, type VendorKit } from './vendor-kit.ts';

export interface ModelsOptions {
  readonly settings: Settings['model'];
  readonly apiKey: Secret | null;
  readonly anthropicKey: Secret | null;
  /** The embedded default, which needs no network. */
  readonly offline: LanguageModelV4;
  readonly clock: Clock;
  readonly log: Log;
  readonly fetch?: typeof fetch;
}

interface Room extends ModelsOptions {
  readonly kit: VendorKit;
  readonly secrets: readonly Secret[];
}

const OFFLINE = chosen({ kind: 'offline' }, 'The chosen model failed.');

export function createModels(options: ModelsOptions): ModelPort {
  const fetcher = guardedFetch(options.fetch ?? fetch);
  const chooser = createChooser({ ...options, fetch: fetcher });
  const secrets = [options.apiKey, options.anthropicKey].filter((secret) => secret !== null);
  const room: Room = { ...options, secrets, kit: createVendorKit({ ...options, fetch: fetcher }) };

  return {
    choose: async () => withAbilities(await chooser.current(), options.settings),
    async *stream(request, signal) {
      signal.throwIfAborted();
      const first = await chooser.current();
      let hasSpoken = false;
      try {
        for await (const event of speak(room, first, { request, signal })) {
          hasSpoken = true;
          yield event;
        }
      } catch (thrown) {
        signal.throwIfAborted();
        if (first.candidate.kind === 'offline') throw thrown;
        chooser.failed(first);
        if (hasSpoken || options.settings.provider !== 'auto') throw thrown;
        const why = thrown instanceof Failure ? thrown.message : 'unexpected';
        options.log.warn('A model failed before its first word; the offline model answers.', {
          model: first.choice.id,
          why,
        });
        yield* speak(room, OFFLINE, { request, signal });
      }
    },
  };
}

interface Ask {
  readonly request: ModelRequest;
  readonly signal: AbortSignal;
}

async function* speak(room: Room, { candidate, choice }: Chosen, ask: Ask): AsyncGenerator<ModelEvent> {
  const speaker: Speaker = { label: choice.label, secrets: room.secrets };
  checkComplete(room, candidate);
  const { kit, clock, settings } = room;
  const step: Step = {
    model: await kit.open(candidate),
    modelId: choice.id,
    speaker,
    request: ask.request,
    tokensMax: settings.tokensMax,
    isOffline: candidate.kind === 'offline',
  };
  const idleMs = settings.idleTimeoutMs;
  const sdk = await kit.sdk();
  const patience = { clock, idleMs, signal: ask.signal, onSilence: () => silence(speaker, idleMs) };
  yield* eventsOf(
    step,
    withoutSilence(patience, (signal) => startStep(sdk, step, signal)),
  );
}

/** What is missing before anything can be sent, said as what to set or start. */
function checkComplete({ anthropicKey }: Room, candidate: Chosen['candidate']): void {
  if (candidate.kind === 'anthropic' && !anthropicKey) {
    throw new Failure('unavailable', 'No Anthropic key is set. Set model.anthropicKey, or choose another model.');
  }
  if (candidate.kind === 'openai-compatible' && !candidate.name) {
    const text = `The model server at ${hostOf(candidate.baseUrl)} does not answer or has no model. Check that it runs and that model.baseUrl is right.`;
    throw new Failure('unavailable', text);
  }
}
