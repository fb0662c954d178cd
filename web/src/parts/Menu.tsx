/** A short list of acts behind a button. */
import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';
import { joinClasses } from './join-classes.ts';

interface MenuProps {
  trigger: ReactNode;
  align?: 'start' | 'end';
  children: ReactNode;
}

export function Menu({ trigger, align = 'end', children }: MenuProps) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className="fades z-50 min-w-44 rounded-medium border border-line bg-raised p-1 shadow-raised"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

interface MenuItemProps {
  icon?: IconName;
  onSelect: () => void;
  isDestroying?: boolean;
  children: ReactNode;
}

export function MenuItem({ icon, onSelect, isDestroying = false, children }: MenuItemProps) {
  return (
    <DropdownMenu.Item
      onSelect={onSelect}
      className={joinClasses(
        'flex min-h-9 items-center gap-2.5 rounded-small px-2.5 text-small outline-none select-none data-highlighted:bg-sunken',
        isDestroying ? 'text-clay' : 'text-ink',
      )}
    >
      {icon && <Icon name={icon} size={16} />}
      {children}
    </DropdownMenu.Item>
  );
}
