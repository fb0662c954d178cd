/** Push to talk: hears by the browser, else by a recording that Nima's server of choice writes down. */
import { useEffect, useRef, useState } from 'react';
import { NimaError } from '../../api/nima.ts';
import { useNima } from '../../shell/nima-context.ts';
import { base64Of } from './draft-files.ts';
import { hearingHere, listenHere } from './hearing.ts';
import { record } from './recording.ts';

type State = 'resting' | 'listening' | 'writing';

const UNHEARD = 'The microphone cannot be used. Allow it in the settings of the browser.';
const language = (): { language?: string } => {
  const [, letters] = /^([a-z]{2})\b/.exec(navigator.language) ?? [];
  return letters ? { language: letters } : {};
};

/** Writes down a recording; throws with words that can be shown. */
function useTranscription() {
  const { api } = useNima();
  return async (sound: Blob): Promise<string> => {
    try {
      const { text } = await api.voice.transcribe({ audio: await base64Of(sound), ...language() });
      return text;
    } catch (error) {
      throw error instanceof NimaError ? error : new Error('The recording did not reach Nima. Try again.');
    }
  };
}

export function useDictation(onHeard: (text: string) => void) {
  const [hearing] = useState(hearingHere);
  const [state, setState] = useState<State>('resting');
  const [open, setOpen] = useState('');
  const [problem, setProblem] = useState('');
  const transcribe = useTranscription();
  const end = useRef<(() => void) | null>(null);
  useEffect(() => () => end.current?.(), []);
  const rest = (text: string, why: string) => {
    end.current = null;
    setState('resting');
    setOpen('');
    setProblem(why);
    if (text.trim()) onHeard(text.trim());
  };
  const listen = () => {
    let words = '';
    const recognition = listenHere({
      onWords: (settled, unsettled) => {
        words = `${settled} ${unsettled}`.trim();
        setOpen(words);
      },
      onEnd: (why) => rest(words, why),
    });
    end.current = () => recognition?.stop();
  };
  const recordSound = async () => {
    let isOver = false;
    end.current = () => {
      isOver = true;
    };
    try {
      const recording = await record().catch(() => Promise.reject(new Error(UNHEARD)));
      const finish = async () => {
        setState('writing');
        await recording
          .stop()
          .then(transcribe)
          .then(
            (text) => rest(text, text.trim() ? '' : 'Nothing was heard.'),
            (error: Error) => rest('', error.message),
          );
      };
      end.current = finish;
      if (isOver) await finish();
    } catch (error) {
      rest('', (error as Error).message);
    }
  };
  return {
    hearing,
    state,
    /** Words heard so far, not yet in the message. */
    open,
    problem,
    start: () => {
      if (state !== 'resting' || !hearing) return;
      globalThis.speechSynthesis?.cancel();
      setProblem('');
      setState('listening');
      if (hearing === 'browser') listen();
      else recordSound();
    },
    stop: () => end.current?.(),
  };
}
export type Dictation = ReturnType<typeof useDictation>;
