/** The door of the persona module: load the persona, compose the prompt, review the answer. */
export {
  type ComposedPrompt,
  composePrompt,
  estimateTokens,
  type PartOfPrompt,
  type PromptParts,
  type Recalled,
} from './compose.ts';
export { type PersonaSource, readPersona, zenEngineer } from './load.ts';
export type { Persona, PersonaPack, ReviewRules } from './persona.ts';
export { createStreamReview, type Reviewed, review, type StreamReview, type Violation } from './review/review.ts';
export { wornPersona } from './worn.ts';
