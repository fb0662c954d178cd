/** Who is signed in; who Nima is to them, what it took, theme, keys and sign-out. */
import type { User } from '../api/nima.ts';
import { Icon } from '../parts/Icon.tsx';
import { Menu, MenuItem } from '../parts/Menu.tsx';
import { useFrame } from './frame-context.ts';
import { setTheme, THEMES, type Theme, useTheme } from './theme.ts';
import { useSignOut } from './use-sign-out.ts';

const THEME_NAMES: Readonly<Record<Theme, string>> = {
  system: 'As this machine is set',
  light: 'Light',
  dark: 'Dark',
};

export function AccountMenu({ user }: { user: User }) {
  const theme = useTheme();
  const signOut = useSignOut();
  const { openHelp, openPalette, openSheet } = useFrame();
  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          aria-label={`${user.name}: Nima, usage, theme, keys and sign-out`}
          className="mt-2 flex min-h-10 w-full items-center gap-2.5 rounded-small px-2.5 text-ink-2 hover:bg-raised/60 hover:text-ink"
        >
          <Icon name="person" />
          <span className="min-w-0 flex-1 truncate text-left">{user.name}</span>
          <Icon name="more" size={16} />
        </button>
      }
    >
      <MenuItem icon="person" onSelect={() => openSheet('persona')}>
        Who Nima is
      </MenuItem>
      <MenuItem icon="edit" onSelect={() => openSheet('instructions')}>
        Standing instructions
      </MenuItem>
      <MenuItem icon="meter" onSelect={() => openSheet('usage')}>
        Usage
      </MenuItem>
      <hr className="my-1 border-line" />
      {THEMES.map((each) => (
        <MenuItem key={each} {...(each === theme ? { icon: 'check' } : {})} onSelect={() => setTheme(each)}>
          <span className={each === theme ? '' : 'pl-6.5'}>{THEME_NAMES[each]}</span>
        </MenuItem>
      ))}
      <hr className="my-1 border-line" />
      <MenuItem icon="search" onSelect={openPalette}>
        Find anything
      </MenuItem>
      <MenuItem icon="keyboard" onSelect={openHelp}>
        Keys
      </MenuItem>
      <hr className="my-1 border-line" />
      <MenuItem icon="left" onSelect={signOut}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
