/** Commands, diffs and data: set in mono, scrolling by themselves, diff lines coloured beside their sign. */
import { joinClasses } from './join-classes.ts';
import { Scroll } from './Scroll.tsx';

function lineTone(line: string): string {
  if (line.startsWith('+')) return 'bg-moss-soft text-moss';
  if (line.startsWith('-')) return 'bg-clay-soft text-clay';
  return 'text-ink-2';
}

interface MonoProps {
  /** What it is, for screen readers. */
  label: string;
  text: string;
  isDiff?: boolean;
}

export function Mono({ label, text, isDiff = false }: MonoProps) {
  return (
    <Scroll aria-label={label} className="max-h-80 overflow-auto rounded-small bg-sunken">
      <pre className="w-fit min-w-full p-3 font-mono text-small text-ink-2">
        {isDiff
          ? text.split('\n').map((line, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text, never reordered.
              <span key={index} className={joinClasses('-mx-3 block min-h-5 px-3', lineTone(line))}>
                {line}
              </span>
            ))
          : text}
      </pre>
    </Scroll>
  );
}
