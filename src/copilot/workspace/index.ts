/** The door of the workspace module: what chat rests answers on. */
export { type ProjectPassage, passagesOfProjects } from './passages.ts';
