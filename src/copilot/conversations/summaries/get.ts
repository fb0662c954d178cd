/** Opens a summary: the view, and every turn it covers word for word. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { findTurns } from '../turns/store.ts';
import { findSummary } from './store.ts';
import { openedSummarySchema, summaryErrors } from './summary.ts';

export const getSummary = defineOperation({
  name: 'conversations.summaries.get',
  summary: 'Open a summary with the turns it covers',
  input: z.object({ id: z.uuid() }),
  output: openedSummarySchema,
  errors: summaryErrors,
  permission: 'conversations:read',
  effect: 'read',
  examples: [
    {
      say: 'open the summary 00000000-0000-4000-8000-0000000000e2',
      input: { id: '00000000-0000-4000-8000-0000000000e2' },
    },
  ],
  offeredIn: ['rest', 'cli', 'mcp'],
  async run({ owner, db }, { id }, fail) {
    const summary = await findSummary(owner, db, id);
    if (!summary) throw fail.summary_unknown({});
    const turns = new Map((await findTurns(owner, db, summary.turn_ids)).map((turn) => [turn.id, turn]));
    return { ...summary, turns: summary.turn_ids.flatMap((turnId) => turns.get(turnId) ?? []) };
  },
});
