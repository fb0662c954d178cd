/** How this browser can hear: by its own recognition, or by recording for a server that writes down. */

interface RecognitionResult {
  readonly isFinal: boolean;
  readonly 0: { readonly transcript: string };
}
interface RecognitionEvent {
  readonly results: ArrayLike<RecognitionResult>;
}

/** The part of the Web Speech API that is used; TypeScript's DOM does not have it. */
export interface Recognition {
  continuous: boolean;
  interimResults: boolean;
  lang: string;
  onresult: ((event: RecognitionEvent) => void) | null;
  onerror: ((event: { readonly error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}

interface SpeakingWindow {
  readonly SpeechRecognition?: new () => Recognition;
  readonly webkitSpeechRecognition?: new () => Recognition;
}

const recognitionOf = ({ SpeechRecognition, webkitSpeechRecognition }: SpeakingWindow) =>
  SpeechRecognition ?? webkitSpeechRecognition;

export type Hearing = 'browser' | 'server';

export function hearingHere(): Hearing | null {
  if (recognitionOf(window as SpeakingWindow)) return 'browser';
  const canRecord = 'MediaRecorder' in window && navigator.mediaDevices?.getUserMedia !== undefined;
  return canRecord ? 'server' : null;
}

export interface Heard {
  /** What is settled, and what may still change. */
  readonly onWords: (settled: string, open: string) => void;
  readonly onEnd: (problem: string) => void;
}

const PROBLEMS: Readonly<Record<string, string>> = {
  'not-allowed': 'The microphone is not allowed here. Allow it in the settings of the browser.',
  'service-not-allowed': 'The browser does not allow speech here. Allow it in its settings.',
  'audio-capture': 'There is no microphone.',
  network: 'The browser asks its maker to write down what is said, and could not reach it.',
  'no-speech': '',
  aborted: '',
};

export const problemWords = (error: string): string => PROBLEMS[error] ?? `Listening failed (${error}).`;

/** Listens with the browser's own recognition until `stop` of what it returns; null where there is none. */
export function listenHere({ onWords, onEnd }: Heard): Recognition | null {
  const Constructor = recognitionOf(window as SpeakingWindow);
  if (!Constructor) return null;
  const recognition = new Constructor();
  let problem = '';
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.lang = navigator.language;
  recognition.onresult = ({ results }) => {
    const of = (isFinal: boolean) =>
      Array.from(results)
        .filter((result) => result.isFinal === isFinal)
        .map((result) => result[0].transcript.trim())
        .join(' ');
    onWords(of(true), of(false));
  };
  recognition.onerror = ({ error }) => {
    problem = problemWords(error);
  };
  recognition.onend = () => onEnd(problem);
  recognition.start();
  return recognition;
}
