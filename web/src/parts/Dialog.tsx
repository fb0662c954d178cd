/** A question in the middle of the page: one title, one thing to decide. */
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { IconButton } from './Button.tsx';
import { joinClasses } from './join-classes.ts';
import { keepOpenForToasts } from './keep-open-for-toasts.ts';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: string;
  description?: string;
  children: ReactNode;
  className?: string;
}

export function Dialog({ isOpen, onClose, title, description, children, className }: DialogProps) {
  return (
    <Radix.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fades fixed inset-0 z-40 bg-veil" />
        <Radix.Content
          {...(description ? {} : { 'aria-describedby': undefined })}
          onInteractOutside={keepOpenForToasts}
          className={joinClasses(
            'rises fixed outline-none top-[20dvh] left-1/2 z-50 flex max-h-[70dvh] w-[min(440px,calc(100vw-32px))] -translate-x-1/2 flex-col overflow-y-auto rounded-large border border-line bg-raised p-5 shadow-raised',
            className,
          )}
        >
          <div className="flex items-start gap-2">
            <Radix.Title className="min-w-0 flex-1 font-strong wrap-anywhere">{title}</Radix.Title>
            <Radix.Close asChild>
              <IconButton icon="close" label="Close" size={16} className="-mt-1 -mr-1.5" />
            </Radix.Close>
          </div>
          {description && <Radix.Description className="mt-1.5 text-ink-2">{description}</Radix.Description>}
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
