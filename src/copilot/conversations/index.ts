/** The door of conversations: what chat and memory need of them. */
export { type BranchedTurn, branchOf } from './branch.ts';
export { type Conversation, TITLE_CHARS_MAX, titleOf } from './conversation.ts';
export { conversationErrors, turnErrors } from './errors.ts';
export { findConversation, insertConversation, updateConversationRow } from './store.ts';
export { type FoundTurn, searchTurns } from './turns/search-turns.ts';
export {
  findTurn,
  findTurns,
  insertTurns,
  isAnswering,
  listAbandoned,
  listTurns,
  type NewTurn,
  nextPosition,
  updateTurn,
} from './turns/store.ts';
export {
  branchedTurnSchema,
  callSchema,
  cleanText,
  TURN_CHARS_MAX,
  TURN_STATUSES,
  type Turn,
  type TurnCall,
  type TurnMetadata,
  turnSchema,
  type UsedFact,
  type UsedPassage,
  type UsedTurn,
  usedFactSchema,
  usedPassageSchema,
  usedTurnSchema,
} from './turns/turn.ts';
