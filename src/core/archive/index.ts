/** The door of the archive module: an archive as a file. */
export { type CallByName, exportTo, importFrom } from './file.ts';
