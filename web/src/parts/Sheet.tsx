/** A pane that slides over the page: the rail from the left, details from the right, on a phone from below. */
import { Dialog as Radix } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import { IconButton } from './Button.tsx';
import { joinClasses } from './join-classes.ts';
import { keepOpenForToasts } from './keep-open-for-toasts.ts';

const SIDES = {
  left: 'inset-y-0 left-0 w-[min(300px,86vw)] border-r bg-sunken',
  right:
    'inset-x-0 bottom-0 max-h-[78dvh] rounded-t-large border-t bg-paper tablet:inset-y-0 tablet:right-0 tablet:left-auto tablet:max-h-none tablet:w-[400px] tablet:rounded-none tablet:border-t-0 tablet:border-l',
} as const;

interface SheetProps {
  isOpen: boolean;
  onClose: () => void;
  side: keyof typeof SIDES;
  title: string;
  /** The left pane brings its own heading. */
  isTitleHidden?: boolean;
  children: ReactNode;
}

export function Sheet({ isOpen, onClose, side, title, isTitleHidden = false, children }: SheetProps) {
  const pane = useRef<HTMLDivElement>(null);
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fades fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          ref={pane}
          aria-describedby={undefined}
          onOpenAutoFocus={(event) => {
            // The pane itself: focus in a field would raise a phone's keyboard over it.
            event.preventDefault();
            pane.current?.focus();
          }}
          onInteractOutside={keepOpenForToasts}
          className={joinClasses(
            'fades fixed z-50 outline-none flex flex-col overflow-y-auto border-line pb-[env(safe-area-inset-bottom)] shadow-raised',
            SIDES[side],
          )}
        >
          {isTitleHidden ? (
            <Radix.Title className="sr-only">{title}</Radix.Title>
          ) : (
            <div className="sticky top-0 z-10 flex items-center gap-2 bg-inherit py-3 pr-3 pl-5">
              <Radix.Title className="min-w-0 flex-1 font-strong">{title}</Radix.Title>
              <Radix.Close asChild>
                <IconButton icon="close" label="Close" />
              </Radix.Close>
            </div>
          )}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
