/** The door of conversations: what chat and memory need of them. */
export { type BranchedTurn, branchOf } from './branch.ts';
export { type Conversation, TITLE_CHARS_MAX, titleOf } from './conversation.ts';
export { conversationErrors, turnErrors } from './errors.ts';
export { forgetConversation } from './forget.ts';
export { importConversation } from './import.ts';
export { INSTRUCTIONS_MAX, type Instruction } from './instructions/instruction.ts';
export { listInstructionRows } from './instructions/store.ts';
export { summarizeLater } from './jobs/summarize.ts';
export { findConversation, findConversations, insertConversation, updateConversationRow } from './store.ts';
export { summariesOn } from './summaries/shown.ts';
export { deleteSummariesOver } from './summaries/store.ts';
export type { Summary } from './summaries/summary.ts';
export { type FoundTurn, searchTurns } from './turns/search-turns.ts';
export {
  findTurn,
  findTurns,
  insertTurns,
  isAnswering,
  listGenerating,
  listTurns,
  type NewTurn,
  nextPosition,
  touchTurns,
  updateTurn,
} from './turns/store.ts';
export {
  type Attached,
  attachedSchema,
  branchedTurnSchema,
  callSchema,
  cleanText,
  type ServedGoal,
  TURN_CHARS_MAX,
  TURN_STATUSES,
  type Turn,
  type TurnCall,
  type TurnMetadata,
  type TurnPart,
  turnSchema,
  type UsedFact,
  type UsedPassage,
  type UsedTurn,
  usedFactSchema,
  usedPassageSchema,
  usedTurnSchema,
} from './turns/turn.ts';
