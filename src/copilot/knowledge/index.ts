/** The door of knowledge: what chat needs of it. */
export { type FoundPassage, selectPassages } from './select/passages.ts';
