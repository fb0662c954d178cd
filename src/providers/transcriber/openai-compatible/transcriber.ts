/** Transcribes by a server that speaks OpenAI's `POST /audio/transcriptions` (multipart form, JSON answer). */
import { z } from 'zod';
import type { Sound, Transcriber, Transcript } from '../../../copilot/voice/ports/transcriber.ts';
import { Failure } from '../../../kernel/errors.ts';
import type { Secret } from '../../../kernel/secret.ts';

export interface TranscriberOptions {
  /** With `/v1`. */
  readonly baseUrl: string;
  readonly model: string;
  readonly key: Secret | null;
  readonly fetch: typeof fetch;
}

const answerSchema = z.object({
  text: z.string(),
  language: z.string().nullish(),
  duration: z.coerce.number().nullish(),
});

function formOf({ bytes, mediaType, fileName, language }: Sound, model: string): FormData {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)], { type: mediaType }), fileName);
  form.append('model', model);
  form.append('response_format', 'json');
  if (language) form.append('language', language);
  return form;
}

function refusal(status: number, label: string): Failure {
  if (status === 429) return new Failure('limit', `${label} takes no more for now. Wait a little.`);
  const isOurs = status === 400 || status === 413 || status === 415 || status === 422;
  if (isOurs) return new Failure('invalid', `${label} cannot read this recording (HTTP ${status}).`);
  const advice = status === 401 || status === 403 ? 'Check voice.apiKey.' : 'Check voice.baseUrl and voice.model.';
  return new Failure('unavailable', `${label} refused (HTTP ${status}). ${advice}`);
}

async function ask({ baseUrl, model, key, fetch: go }: TranscriberOptions, sound: Sound, signal: AbortSignal) {
  return go(`${baseUrl.replace(/\/+$/, '')}/audio/transcriptions`, {
    method: 'POST',
    body: formOf(sound, model),
    headers: key ? { authorization: `Bearer ${key.reveal()}` } : {},
    signal,
  });
}

export function openAiTranscriber(options: TranscriberOptions): Transcriber {
  const label = `${options.model} at ${new URL(options.baseUrl).host}`;
  return {
    label,
    async transcribe(sound, signal): Promise<Transcript> {
      const response = await ask(options, sound, signal).catch((cause: unknown) => {
        if (cause instanceof Failure || signal.aborted) throw cause;
        throw new Failure('unavailable', `${label} does not answer. Check that it runs.`, { cause });
      });
      if (!response.ok) throw refusal(response.status, label);
      const answer = answerSchema.safeParse(await response.json().catch(() => null));
      if (!answer.success) throw new Failure('unavailable', `${label} answered with something that is no transcript.`);
      const { text, language = null, duration = null } = answer.data;
      return { text: text.trim(), language, seconds: duration };
    },
  };
}
