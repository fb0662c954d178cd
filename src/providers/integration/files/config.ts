/** What the files integration is told: the folders it may use, and how large a file may be. */
import { z } from 'zod';
import type { Work } from '../../../copilot/tasks/ports/integration.ts';

export const filesConfig = z.strictObject({
  roots: z
    .record(z.string().regex(/^[\w.-]+$/), z.string().startsWith('/'))
    .default({})
    .describe('Folders by name: `notes: /home/ana/notes`. Nothing outside them is read or written.'),
  fileBytesMax: z.number().int().min(1).default(1_000_000).describe('Largest file read or written.'),
  entriesMax: z.number().int().min(1).default(1000).describe('Longest list of a folder.'),
});
export type FilesConfig = z.output<typeof filesConfig>;

export const configOf = ({ config }: Work): FilesConfig => config as FilesConfig;

/** Where removed and overwritten files go, in the root they came from: one folder for each task. */
export const TRASH = '.nima-trash';
