/** The command menu of a message: what it offers, which one is chosen, and the keys it takes while it is open. */
import { type KeyboardEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useFrame } from '../../shell/frame-context.ts';
import { type Command, type CommandName, commandsFor } from './commands.ts';

export function useCommands(text: string, write: (text: string) => void, focus: () => void) {
  const [chosen, setChosen] = useState(0);
  const [isDismissed, setDismissed] = useState(false);
  const navigate = useNavigate();
  const { openHelp } = useFrame();
  const commands = isDismissed ? [] : commandsFor(text);
  const current = Math.min(chosen, Math.max(0, commands.length - 1));
  const choose = (command: Command & { name: CommandName }) => {
    write(command.writes ?? '');
    if (command.name === '/new') navigate('/talk');
    if (command.name === '/help') openHelp();
    requestAnimationFrame(focus);
  };
  return {
    commands,
    current,
    choose,
    /** The words changed: the menu may open again. */
    reset: () => {
      setDismissed(false);
      setChosen(0);
    },
    /** True when the menu took the key. */
    onKey: (event: KeyboardEvent): boolean => {
      const command = commands[current];
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (!command) return false;
      if (step) setChosen((current + step + commands.length) % commands.length);
      else if (event.key === 'Enter' || event.key === 'Tab') choose(command);
      else if (event.key === 'Escape') setDismissed(true);
      else return false;
      return true;
    },
  };
}
