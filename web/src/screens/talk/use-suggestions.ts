/** What a message offers while it is written: commands behind `/`, packs and tools behind `@`; and the keys of that menu. */
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useFrame } from '../../shell/frame-context.ts';
import { type Command, type CommandName, commandsFor } from './commands.ts';
import { mentionIn, withMention } from './mentions.ts';
import { useMentions } from './use-mentions.ts';

export interface Suggestion {
  readonly name: string;
  readonly meaning: string;
  readonly choose: () => void;
}

function useOffered(text: string, write: (text: string) => void): Suggestion[] {
  const navigate = useNavigate();
  const { openHelp } = useFrame();
  const mentions = useMentions(mentionIn(text));
  const act = (command: Command & { name: CommandName }) => {
    write(command.writes ?? '');
    if (command.name === '/new') navigate('/talk');
    if (command.name === '/help') openHelp();
  };
  return [
    ...commandsFor(text).map((command) => ({
      name: command.name,
      meaning: command.meaning,
      choose: () => act(command),
    })),
    ...mentions.map(({ name, meaning }) => ({
      name: `@${name}`,
      meaning,
      choose: () => write(withMention(text, name)),
    })),
  ];
}

export function useSuggestions(text: string, write: (text: string) => void, focus: () => void) {
  const [chosen, setChosen] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const offered = useOffered(text, write);
  const suggestions = isDismissed ? [] : offered;
  const current = Math.min(chosen, Math.max(0, suggestions.length - 1));
  const choose = (suggestion: Suggestion) => {
    suggestion.choose();
    setChosen(0);
    requestAnimationFrame(focus);
  };
  return {
    suggestions,
    current,
    choose,
    /** The words changed: the menu may open again. */
    reset: () => {
      setDismissed(false);
      setChosen(0);
    },
    /** True when the menu took the key. */
    onKey: (event: KeyboardEvent): boolean => {
      const suggestion = suggestions[current];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!suggestion) return false;
      if (step) setChosen((current + step + suggestions.length) % suggestions.length);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(suggestion);
      else if (event.key === 'Escape') setDismissed(true);
      else return false;
      return true;
    },
  };
}
