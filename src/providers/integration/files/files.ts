/** Files in the folders an owner opened: look, write, move, remove. What is overwritten or removed can be brought back. */
import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import {
  type Action,
  type Done,
  defineAction,
  type Integration,
  type Work,
} from '../../../copilot/tasks/ports/integration.ts';
import type { Machine } from '../../../copilot/tasks/ports/machine.ts';
import type { Effect } from '../../../kernel/operation.ts';
import { configOf, filesConfig, TRASH } from './config.ts';
import { diffOf } from './diff.ts';
import { Shelf } from './shelf.ts';

const path = z.string().min(1).max(1000).describe('`notes/2026/plan.md`: the name of a root, and the path below it');
const text = z.string().describe('The text');

/** What a later task would have to do to take this one back. */
const undo = (action: string, params: object) => ({ undo: { type: 'files', action, params } });

const undoOfWrite = (path: string, kept: string | null) =>
  kept === null ? undo('remove', { path }) : undo('move', { from: kept, to: path, overwrite: true });

interface FileAction<P extends z.ZodObject> {
  readonly name: string;
  readonly summary: string;
  readonly effect: Effect;
  readonly params: P;
  /** True where the end is the same however often it runs. */
  readonly isRepeatable?: boolean;
  preview(params: z.output<P>, shelf: Shelf): Promise<string>;
  run(params: z.output<P>, shelf: Shelf, work: Work): Promise<Done>;
  findDone?(params: z.output<P>, shelf: Shelf): Promise<Done | null>;
}

type Bind = (machine: Machine) => Action;

function fileAction<P extends z.ZodObject>(action: FileAction<P>): Bind {
  const { name, summary, effect, params, isRepeatable = false, findDone } = action;
  return (machine) =>
    defineAction({
      ...{ name, summary, params },
      effectOf: () => effect,
      isRepeatable: () => isRepeatable,
      preview: (given, work) => action.preview(given, new Shelf(machine, work)),
      run: (given, work) => action.run(given, new Shelf(machine, work), work),
      ...(findDone ? { findDone: (given: z.output<P>, work: Work) => findDone(given, new Shelf(machine, work)) } : {}),
    });
}

const rootsAction = fileAction({
  name: 'roots',
  summary: 'List the folders that are open',
  effect: 'read',
  params: z.strictObject({}),
  preview: async () => 'List the folders that are open.',
  async run(_params, _shelf, work) {
    const names = Object.keys(configOf(work).roots);
    const summary = names.length > 0 ? `Open folders: ${names.join(', ')}.` : 'No folder is open.';
    return { summary, data: { roots: names } };
  },
});

const listAction = fileAction({
  name: 'list',
  summary: 'List a folder',
  effect: 'read',
  params: z.strictObject({ path }),
  preview: async (params) => `List ${params.path}.`,
  async run(params, shelf, work) {
    const placed = await shelf.place(params.path);
    const found = await readdir(placed.path, { withFileTypes: true });
    const entries = found
      .filter(({ name }) => name !== TRASH)
      .map((each) => ({ name: each.name, kind: each.isDirectory() ? 'folder' : each.isFile() ? 'file' : 'other' }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
    const shown = entries.slice(0, configOf(work).entriesMax);
    return { summary: `${params.path} holds ${entries.length} entries.`, data: { entries: shown }, isUntrusted: true };
  },
});

const readAction = fileAction({
  name: 'read',
  summary: 'Read a text file',
  effect: 'read',
  params: z.strictObject({ path }),
  preview: async (params) => `Read ${params.path}.`,
  async run(params, shelf) {
    const content = await shelf.read(params.path);
    return {
      summary: `Read ${content.length} characters of ${params.path}.`,
      data: { text: content },
      isUntrusted: true,
    };
  },
});

const writeAction = fileAction({
  name: 'write',
  summary: 'Write a text file',
  effect: 'write',
  isRepeatable: true,
  params: z.strictObject({ path, text }),
  preview: async (params, shelf) =>
    `Write ${params.path}:\n${diffOf((await shelf.find(params.path)) ?? '', params.text)}`,
  async run(params, shelf) {
    const kept = await shelf.write(params.path, params.text);
    return { summary: `Wrote ${params.path}.`, data: undoOfWrite(params.path, kept) };
  },
});

const appendAction = fileAction({
  name: 'append',
  summary: 'Add text at the end of a file',
  effect: 'write',
  params: z.strictObject({ path, text }),
  preview: async (params) => `Append to ${params.path}:\n${diffOf('', params.text)}`,
  async run(params, shelf) {
    const before = (await shelf.find(params.path)) ?? '';
    const kept = await shelf.write(params.path, before + params.text);
    return { summary: `Appended to ${params.path}.`, data: undoOfWrite(params.path, kept) };
  },
});

const replaced = (before: string, { find, replace }: { find: string; replace: string }): string =>
  before.split(find).join(replace);

const processAction = fileAction({
  name: 'process',
  summary: 'Replace a text in a file, everywhere it stands',
  effect: 'write',
  params: z.strictObject({
    path,
    find: z.string().min(1).describe('The text to look for, to the letter'),
    replace: z.string().describe('What stands there afterwards'),
  }),
  async preview(params, shelf) {
    const before = await shelf.read(params.path);
    return `Change ${params.path}:\n${diffOf(before, replaced(before, params))}`;
  },
  async run(params, shelf) {
    const before = await shelf.read(params.path);
    const count = before.split(params.find).length - 1;
    if (count === 0)
      return { summary: `"${params.find}" does not stand in ${params.path}; nothing changed.`, data: { count } };
    const kept = await shelf.write(params.path, replaced(before, params));
    return {
      summary: `Replaced ${count} times in ${params.path}.`,
      data: { count, ...undoOfWrite(params.path, kept) },
    };
  },
});

const moveAction = fileAction({
  name: 'move',
  summary: 'Move or rename a file or a folder',
  effect: 'write',
  params: z.strictObject({ from: path, to: path, overwrite: z.boolean().default(false) }),
  preview: async ({ from, to, overwrite }) => `Move ${from} to ${to}${overwrite ? ', replacing what is there' : ''}.`,
  async run({ from, to, overwrite }, shelf) {
    const kept = await shelf.move(from, to, overwrite);
    return { summary: `Moved ${from} to ${to}.`, data: { replaced: kept, ...undo('move', { from: to, to: from }) } };
  },
});

const removedTo = (path: string, kept: string): Done => ({
  summary: `Removed ${path}. It is in the trash.`,
  data: { trash: kept, ...undo('move', { from: kept, to: path }) },
});

const removeAction = fileAction({
  name: 'remove',
  summary: 'Remove a file or a folder, into the trash',
  effect: 'destroy',
  params: z.strictObject({ path }),
  preview: async (params) => `Remove ${params.path}. It goes to the trash of its root.`,
  async findDone(params, shelf) {
    const placed = await shelf.place(params.path);
    const { real, path: kept } = shelf.trashOf(placed);
    const isThere = await shelf.exists({ ...placed, path: real });
    return isThere && !(await shelf.exists(placed)) ? removedTo(params.path, kept) : null;
  },
  run: async (params, shelf) => removedTo(params.path, await shelf.remove(params.path)),
});

const ACTIONS: readonly Bind[] = [
  ...[rootsAction, listAction, readAction, writeAction],
  ...[appendAction, processAction, moveAction, removeAction],
];

export function filesIntegration(machine: Machine): Integration {
  return {
    name: 'files',
    summary: 'Files in the folders the owner opened',
    config: filesConfig,
    actions: ACTIONS.map((bind) => bind(machine)),
    tested: 'real peer',
    async health(work) {
      const { roots } = configOf(work);
      const names = Object.keys(roots);
      if (names.length === 0) {
        return { isReady: false, text: 'No folder is open. Name one under integrations.files.roots in nima.yaml.' };
      }
      for (const name of names) await readdir((await machine.place(roots, name)).path);
      return { isReady: true, text: `Open folders: ${names.join(', ')}.` };
    },
  };
}
