/** A Nima whose model is a real server on loopback that says what a test has written for it. */
import { onTestFinished } from 'vitest';
import { aNima, type NimaOptions, type TestNima } from './nima.ts';
import { type StubOptions, startStubOpenAi } from './stub-openai.ts';
import type { StubServer } from './stub-server.ts';

export async function aNimaWithModel(
  options: NimaOptions = {},
  stub: StubOptions = {},
): Promise<{ nima: TestNima; model: StubServer }> {
  const model = await startStubOpenAi(stub);
  onTestFinished(() => model.stop());
  const environment = {
    NIMA_MODEL_PROVIDER: 'openai-compatible',
    NIMA_MODEL_BASE_URL: model.url,
    ...options.environment,
  };
  return { nima: await aNima({ ...options, environment }), model };
}

/** What the model was last asked with, without the system text. */
export const lastAsked = ({ requests }: StubServer): { role: string; content: string | null }[] =>
  requests
    .findLast(({ path }) => path.endsWith('/chat/completions'))
    ?.body.messages.filter(({ role }: { role: string }) => role !== 'system') ?? [];

export const say = (content: string, more: object = {}) => ({ messages: [{ role: 'user', content }], ...more });
