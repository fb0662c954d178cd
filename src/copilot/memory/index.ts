/** The door of memory: what chat needs of it. */
export type { Fact } from './facts/fact.ts';
export { newestFacts } from './facts/newest-facts.ts';
export { recallMemory } from './recall.ts';
