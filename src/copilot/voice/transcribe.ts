/** Turns what was spoken into text, by the configured server. The text is only returned: whoever spoke sends it. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { transcriberPort } from './ports/transcriber.ts';
import { kindOfSound } from './sound.ts';

/** What Whisper servers take: 25 MB, some 25 minutes of speech. */
const SOUND_BYTES_MAX = 25 * 1024 * 1024;
const CHARS_MAX = Math.ceil(SOUND_BYTES_MAX / 3) * 4;

export const transcribeVoice = defineOperation({
  name: 'voice.transcribe',
  summary: 'Turn speech into text',
  input: z.object({
    audio: z
      .string()
      .min(1, 'There is no sound.')
      .max(CHARS_MAX, 'A recording may have 25 MB. Send it in parts.')
      .refine((text) => /^[A-Za-z0-9+/]*={0,2}$/.test(text), { message: 'Send the bytes as base64.' })
      .describe('A recording as base64: WebM, Ogg, WAV, FLAC, MP4 or MP3'),
    language: z
      .string()
      .regex(/^[a-z]{2}$/, 'Name the language by two letters: en, de, pt.')
      .optional()
      .describe('What is spoken; the server guesses when left out'),
  }),
  output: z.object({
    text: z.string(),
    language: z.string().nullable(),
    seconds: z.number().nullable(),
    transcriber: z.string().describe('Who heard it'),
  }),
  errors: {
    transcriber_missing: {
      kind: 'unavailable',
      text: () =>
        'No server turns speech into text yet. Set NIMA_VOICE_BASE_URL to one with /v1/audio/transcriptions, such as a local Whisper, or use the speech recognition of the browser.',
    },
    not_sound: {
      kind: 'invalid',
      text: () => 'These bytes are no recording Nima knows. Send WebM, Ogg, WAV, FLAC, MP4 or MP3.',
    },
  },
  permission: 'voice:use',
  // The server may be a paid one, and what was said leaves for it.
  effect: 'spend',
  examples: [{ say: 'transcribe a recording', input: { audio: 'T2dnUwACAAAAAAAAAAA=', language: 'en' } }],
  offeredIn: ['rest', 'cli'],
  async run({ providers, signal }, { audio, language }, fail) {
    const [transcriber] = providers(transcriberPort).values();
    if (!transcriber) throw fail.transcriber_missing({});
    const bytes = Buffer.from(audio, 'base64');
    const kind = kindOfSound(bytes);
    if (!kind) throw fail.not_sound({});
    const sound = { bytes, mediaType: kind.mediaType, fileName: `speech.${kind.ending}`, language };
    return { ...(await transcriber.transcribe(sound, signal)), transcriber: transcriber.label };
  },
});
