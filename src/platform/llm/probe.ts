/** Asks an OpenAI-compatible server which models it has. Knows nothing of settings or of what is chosen. */
import type { Secret } from '../../kernel/secret.ts';

export interface Probe {
  readonly baseUrl: string;
  readonly key: Secret | null;
  readonly timeoutMs: number;
}

export interface ServedModel {
  readonly name: string;
  /** Tokens of its window, where the server says: vLLM, llama.cpp, Groq and OpenRouter do, each in its own word. */
  readonly contextTokens?: number;
}

/** Models in the server's order, or null when it cannot be reached, refuses or speaks something else. */
export async function listModels(fetcher: typeof fetch, probe: Probe): Promise<readonly ServedModel[] | null> {
  try {
    const response = await fetcher(`${probe.baseUrl.replace(/\/+$/, '')}/models`, {
      headers: probe.key ? { authorization: `Bearer ${probe.key.reveal()}` } : {},
      signal: AbortSignal.timeout(probe.timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    return modelsIn(await response.json());
  } catch {
    // A server that is off is an ordinary answer to "is there one?", not an error.
    return null;
  }
}

interface Listed {
  readonly id?: unknown;
  readonly max_model_len?: unknown;
  readonly context_window?: unknown;
  readonly context_length?: unknown;
  readonly meta?: { readonly n_ctx?: unknown; readonly n_ctx_train?: unknown } | null;
}

function modelsIn(body: unknown): readonly ServedModel[] | null {
  const data = (body as { data?: unknown } | null)?.data;
  if (!Array.isArray(data)) return null;
  return data.flatMap((model: Listed | null) => {
    if (typeof model?.id !== 'string') return [];
    const { max_model_len, context_window, context_length, meta } = model;
    const said = [max_model_len, context_window, context_length, meta?.n_ctx, meta?.n_ctx_train];
    const contextTokens = said.find((value): value is number => Number.isSafeInteger(value) && Number(value) > 0);
    return [{ name: model.id, ...(contextTokens === undefined ? {} : { contextTokens }) }];
  });
}
