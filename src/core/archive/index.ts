/** The door of the archive module: what a line of its file is. */
export { type ArchiveLine, lineSchema } from './archive.ts';
