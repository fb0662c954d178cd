/** Asks an OpenAI-compatible server which models it has. Knows nothing of settings or of what is chosen. */
import type { Secret } from '../../kernel/secret.ts';

export interface Probe {
  readonly baseUrl: string;
  readonly key: Secret | null;
  readonly timeoutMs: number;
}

/** Model names in the server's order, or null when it cannot be reached, refuses or speaks something else. */
export async function listModels(fetcher: typeof fetch, probe: Probe): Promise<readonly string[] | null> {
  try {
    const response = await fetcher(`${probe.baseUrl.replace(/\/+$/, '')}/models`, {
      headers: probe.key ? { authorization: `Bearer ${probe.key.reveal()}` } : {},
      signal: AbortSignal.timeout(probe.timeoutMs),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return null;
    }
    return namesIn(await response.json());
  } catch {
    // A server that is off is an ordinary answer to "is there one?", not an error.
    return null;
  }
}

function namesIn(body: unknown): readonly string[] | null {
  const data = (body as { data?: unknown } | null)?.data;
  if (!Array.isArray(data)) return null;
  return data.map((model: { id?: unknown } | null) => model?.id).filter((id): id is string => typeof id === 'string');
}
