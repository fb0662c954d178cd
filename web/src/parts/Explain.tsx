/** A button with the words behind it, one click away. */
import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';

interface ExplainProps {
  trigger: ReactNode;
  /** What is explained, for screen readers. */
  label?: string;
  children: ReactNode;
}

export function Explain({ trigger, label = 'Why', children }: ExplainProps) {
  return (
    <Popover.Root>
      <Popover.Trigger asChild>{trigger}</Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align="end"
          sideOffset={6}
          collisionPadding={12}
          className="fades z-50 w-[min(320px,calc(100vw-24px))] rounded-medium border border-line bg-raised p-4 text-small shadow-raised"
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
