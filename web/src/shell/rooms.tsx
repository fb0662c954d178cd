/**
 * The rooms of the page: where each lives, what it is called, and the screen that opens there. The rail, the palette and
 * the addresses are made from this one list; a new room is one line.
 */
import { type ComponentType, lazy } from 'react';
import type { IconName } from '../parts/Icon.tsx';

export interface Room {
  /** First part of the address. */
  readonly to: string;
  /** What follows in the address, where the screen takes more. */
  readonly rest?: string;
  readonly name: string;
  readonly icon: IconName;
  readonly Screen: ComponentType;
}

/** A screen is fetched when its room is opened first, so that the shell stays small. */
const screen = (load: () => Promise<ComponentType>) => lazy(() => load().then((component) => ({ default: component })));

export const ROOMS: readonly Room[] = [
  {
    to: '/talk',
    rest: '/:id?',
    name: 'Talk',
    icon: 'talk',
    Screen: screen(() => import('../screens/talk/Talk.tsx').then(({ Talk }) => Talk)),
  },
  {
    to: '/memory',
    name: 'Memory',
    icon: 'memory',
    Screen: screen(() => import('../screens/memory/Memory.tsx').then(({ Memory }) => Memory)),
  },
  {
    to: '/goals',
    rest: '/:id?',
    name: 'Goals',
    icon: 'goals',
    Screen: screen(() => import('../screens/goals/Goals.tsx').then(({ Goals }) => Goals)),
  },
  {
    to: '/schedules',
    name: 'Schedules',
    icon: 'schedules',
    Screen: screen(() => import('../screens/schedules/Schedules.tsx').then(({ Schedules }) => Schedules)),
  },
];
