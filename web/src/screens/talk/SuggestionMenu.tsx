/** What a slash or an at sign offers, above the message. The message keeps the focus and the keys. */
import { joinClasses } from '../../parts/join-classes.ts';
import type { Suggestion } from './use-suggestions.ts';

interface SuggestionMenuProps {
  suggestions: readonly Suggestion[];
  current: number;
  onChoose: (suggestion: Suggestion) => void;
}

export const suggestionId = (index: number): string => `suggestion-${index}`;

export function SuggestionMenu({ suggestions, current, onChoose }: SuggestionMenuProps) {
  return (
    <div
      id="suggestions"
      role="listbox"
      aria-label={suggestions[0]?.name.startsWith('@') ? 'Packs and tools' : 'Commands'}
      className="fades absolute inset-x-0 bottom-full z-10 mb-2 overflow-hidden rounded-medium border border-line bg-raised p-1 shadow-raised"
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the message keeps the focus and handles the keys.
        <div
          key={suggestion.name}
          id={suggestionId(index)}
          role="option"
          tabIndex={-1}
          aria-selected={index === current}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
          className={joinClasses(
            'flex min-h-9 cursor-pointer items-center gap-4 rounded-small px-3 text-small',
            index === current && 'bg-sunken',
          )}
        >
          <span className="w-28 shrink-0 truncate font-mono">{suggestion.name}</span>
          <span className="min-w-0 truncate text-ink-2">{suggestion.meaning}</span>
        </div>
      ))}
    </div>
  );
}
