/** What is done with memory as a whole: look for what should not be there, bring memories in, erase for good. */
import { lazy, Suspense, useState } from 'react';
import { IconButton } from '../../parts/Button.tsx';
import { Menu, MenuItem } from '../../parts/Menu.tsx';

const Audit = lazy(() => import('./Audit.tsx').then(({ Audit: component }) => ({ default: component })));
const Bring = lazy(() => import('./Bring.tsx').then(({ Bring: component }) => ({ default: component })));
const Erase = lazy(() => import('./Erase.tsx').then(({ Erase: component }) => ({ default: component })));

export function Care() {
  const [open, setOpen] = useState<'audit' | 'bring' | 'erase' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <Menu trigger={<IconButton icon="more" label="More of memory" />}>
        <MenuItem icon="check" onSelect={() => setOpen('audit')}>
          Check what is remembered
        </MenuItem>
        <MenuItem icon="plus" onSelect={() => setOpen('bring')}>
          Bring memories in
        </MenuItem>
        <hr className="my-1 border-line" />
        <MenuItem icon="remove" isDestroying onSelect={() => setOpen('erase')}>
          Erase for good
        </MenuItem>
      </Menu>
      <Suspense fallback={null}>
        {open === 'audit' && <Audit onClose={close} />}
        {open === 'bring' && <Bring onClose={close} />}
        {open === 'erase' && <Erase onClose={close} />}
      </Suspense>
    </>
  );
}
