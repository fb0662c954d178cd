/** Code as it was written, with its language, to copy or to wrap. */
import { useState } from 'react';
import { Icon } from '../../parts/Icon.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { useCopy } from '../../parts/use-copy.ts';

const ACT = 'flex h-8 items-center gap-1.5 rounded-small px-2 hover:bg-raised hover:text-ink';

export function CodeBlock({ text, language }: { text: string; language: string }) {
  const [isWrapped, setWrapped] = useState(false);
  const { isCopied, copy } = useCopy();
  const name = language.split(/\s/)[0] ?? '';
  return (
    <figure className="my-4 overflow-hidden rounded-medium border border-line bg-sunken">
      <figcaption className="flex items-center gap-1 border-b border-line py-0.5 pr-1 pl-4 text-small text-ink-3">
        <span className="flex-1 font-mono">{name || 'text'}</span>
        <button type="button" aria-pressed={isWrapped} onClick={() => setWrapped(!isWrapped)} className={ACT}>
          {isWrapped ? 'Unwrap' : 'Wrap'}
        </button>
        <button type="button" onClick={() => copy(text)} className={ACT}>
          <Icon name={isCopied ? 'check' : 'copy'} size={14} />
          {isCopied ? 'Copied' : 'Copy'}
        </button>
      </figcaption>
      <Scroll aria-label="Code" className="overflow-x-auto">
        <pre
          className={joinClasses(
            'w-fit px-4 py-3 font-mono text-small',
            isWrapped && 'w-auto wrap-anywhere whitespace-pre-wrap',
          )}
        >
          <code>{text}</code>
        </pre>
      </Scroll>
    </figure>
  );
}
