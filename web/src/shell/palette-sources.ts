/** Where the palette looks: each kind of thing, how it is found by words, and where it opens. */
import type { Api } from '../api/nima.ts';
import { holds } from '../parts/holds.ts';
import type { IconName } from '../parts/Icon.tsx';
import { keys } from './query-keys.ts';

export interface Found {
  readonly id: string;
  readonly name: string;
  readonly to: string;
}

export interface PaletteSource {
  readonly kind: string;
  readonly icon: IconName;
  /** A change of these makes what was found stale. */
  readonly key: readonly string[];
  readonly find: (api: Api, query: string) => Promise<Found[]>;
}

/** Of each kind: more would push the other kinds out of sight. */
const limit = 5;

export const PALETTE_SOURCES: readonly PaletteSource[] = [
  {
    kind: 'conversation',
    icon: 'talk',
    key: keys.conversations,
    find: async ({ conversations }, query) =>
      (await conversations.list({ query, limit })).conversations.map(({ id, title }) => ({
        id,
        name: title,
        to: `/talk/${id}`,
      })),
  },
  {
    kind: 'remembered',
    icon: 'memory',
    key: keys.facts,
    find: async ({ memory }, query) =>
      (await memory.facts.list({ query, limit })).facts.map(({ id, fact }) => ({
        id,
        name: fact,
        to: `/memory?fact=${id}`,
      })),
  },
  {
    kind: 'goal',
    icon: 'goals',
    key: keys.goals,
    find: async ({ goals }, query) =>
      (await goals.list({ query, limit })).goals.map(({ id, title }) => ({ id, name: title, to: `/goals/${id}` })),
  },
  {
    kind: 'task',
    icon: 'tasks',
    key: keys.tasks,
    find: async ({ tasks }, query) =>
      (await tasks.history({ query, limit })).tasks.map(({ id, title }) => ({ id, name: title, to: `/tasks/${id}` })),
  },
  {
    kind: 'schedule',
    icon: 'schedules',
    key: keys.schedules,
    find: async ({ schedules }, query) =>
      (await schedules.list({})).schedules
        .filter(({ title, text }) => holds(`${title} ${text}`, query))
        .slice(0, limit)
        .map(({ id, title }) => ({ id, name: title, to: '/schedules' })),
  },
  {
    kind: 'pack',
    icon: 'knowledge',
    key: keys.packs,
    find: async ({ knowledge }, query) =>
      (await knowledge.packs.list({})).packs
        .filter(({ name, description }) => holds(`${name} ${description}`, query))
        .slice(0, limit)
        .map(({ id, name }) => ({ id, name, to: `/knowledge/${id}` })),
  },
  {
    kind: 'project',
    icon: 'workspace',
    key: keys.projects,
    find: async ({ workspace }, query) =>
      (await workspace.projects.list({ query })).projects
        .slice(0, limit)
        .map(({ id, name }) => ({ id, name, to: `/workspace/${id}` })),
  },
];
