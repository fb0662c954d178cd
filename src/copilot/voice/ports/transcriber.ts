/** Port: what turns sound into text. Told the bytes and what they are; keeps nothing. */
import { definePort } from '../../../kernel/port.ts';

export interface Sound {
  readonly bytes: Uint8Array;
  readonly mediaType: string;
  /** With the ending servers go by: `speech.webm`. */
  readonly fileName: string;
  /** ISO 639-1, when the person says which language it is. */
  readonly language?: string | undefined;
}

export interface Transcript {
  readonly text: string;
  /** As the server heard it, if it says. */
  readonly language: string | null;
  readonly seconds: number | null;
}

export interface Transcriber {
  /** What the person is told of where the sound goes: `whisper-1 at 192.168.1.10`. */
  readonly label: string;
  /** Throws `unavailable`, `limit` or `invalid` Failures. */
  transcribe(sound: Sound, signal: AbortSignal): Promise<Transcript>;
}

export const transcriberPort = definePort<Transcriber>('voice.transcriber');
