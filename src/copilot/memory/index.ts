/** The door of memory: what chat and goals need of it. */
export { ownStatements } from './extract/own-words.ts';
export type { Fact } from './facts/fact.ts';
export { newestFacts } from './facts/newest-facts.ts';
export { type Proposal, proposeFact } from './facts/propose.ts';
export { recallMemory } from './recall.ts';
export { type TimeAsked, timeAsked } from './truth/asked.ts';
