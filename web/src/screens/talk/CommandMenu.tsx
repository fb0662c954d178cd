/** The commands a slash offers, above the message. The message keeps the focus and the keys. */
import { joinClasses } from '../../parts/join-classes.ts';
import type { Command, CommandName } from './commands.ts';

interface CommandMenuProps {
  commands: readonly (Command & { name: CommandName })[];
  current: number;
  onChoose: (command: Command & { name: CommandName }) => void;
}

export const commandId = (index: number): string => `command-${index}`;

export function CommandMenu({ commands, current, onChoose }: CommandMenuProps) {
  return (
    <div
      id="commands"
      role="listbox"
      aria-label="Commands"
      className="fades absolute inset-x-0 bottom-full mb-2 overflow-hidden rounded-medium border border-line bg-raised p-1 shadow-raised"
    >
      {commands.map((command, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the message keeps the focus and handles the keys.
        <div
          key={command.name}
          id={commandId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(command)}
          className={joinClasses(
            'flex min-h-9 cursor-pointer items-center gap-4 rounded-small px-3 text-small',
            index === current && 'bg-sunken',
          )}
        >
          <span className="w-24 font-mono">{command.name}</span>
          <span className="text-ink-2">{command.meaning}</span>
        </div>
      ))}
    </div>
  );
}
