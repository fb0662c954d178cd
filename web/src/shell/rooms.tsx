/**
 * The rooms of the page: where each lives, what it is called, and the screen that opens there. The rail, the palette and
 * the addresses are made from this one list; a new room is one line.
 */
import { type ComponentType, lazy } from 'react';
import type { IconName } from '../parts/Icon.tsx';
import { useWaitingCount } from './use-waiting-count.ts';

export interface Room {
  /** First part of the address. */
  readonly to: string;
  /** What follows in the address, where the screen takes more. */
  readonly rest?: string;
  readonly name: string;
  readonly icon: IconName;
  readonly Screen: ComponentType;
  /** What waits there, shown in the rail when there is any. */
  readonly useCount?: () => number;
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
    to: '/tasks',
    rest: '/:id?',
    name: 'Tasks',
    icon: 'tasks',
    Screen: screen(() => import('../screens/tasks/Tasks.tsx').then(({ Tasks }) => Tasks)),
  },
  {
    to: '/schedules',
    name: 'Schedules',
    icon: 'schedules',
    Screen: screen(() => import('../screens/schedules/Schedules.tsx').then(({ Schedules }) => Schedules)),
  },
  {
    to: '/knowledge',
    rest: '/:id?',
    name: 'Knowledge',
    icon: 'knowledge',
    Screen: screen(() => import('../screens/knowledge/Knowledge.tsx').then(({ Knowledge }) => Knowledge)),
  },
  {
    to: '/tools',
    name: 'Tools',
    icon: 'tools',
    Screen: screen(() => import('../screens/tools/Tools.tsx').then(({ Tools }) => Tools)),
  },
  {
    to: '/workspace',
    rest: '/:id?',
    name: 'Workspace',
    icon: 'workspace',
    Screen: screen(() => import('../screens/workspace/Workspace.tsx').then(({ Workspace }) => Workspace)),
  },
  {
    to: '/for-you',
    name: 'For you',
    icon: 'bell',
    Screen: screen(() => import('../screens/for-you/ForYou.tsx').then(({ ForYou }) => ForYou)),
    useCount: useWaitingCount,
  },
];
