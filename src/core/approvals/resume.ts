/** Lets Nima act again after a stop. Nothing takes it back by itself, so an agent has to ask for it. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { haltSchema, haltView } from './halts/halt.ts';
import { deleteHalt } from './halts/store.ts';

export const resumeEverything = defineOperation({
  name: 'approvals.resume',
  summary: 'Let Nima act again after everything was stopped',
  input: z.object({}),
  output: haltSchema,
  permission: 'approvals:decide',
  effect: 'write',
  examples: [
    { say: 'go on', input: {} },
    { say: 'you may act again', input: {} },
    { say: 'resume everything', input: {} },
    { say: 'release the kill switch', input: {} },
    { say: 'let everything run again', input: {} },
    { say: 'undo the emergency stop', input: {} },
    { say: 'you can continue', input: {} },
    { say: 'carry on working', input: {} },
  ],
  preview: async () => 'Let Nima act again: queued tasks start, schedules fire.',
  run: (ctx) =>
    ctx.transaction(async ({ owner, db, events }) => {
      if (await deleteHalt(owner, db)) await events.emit('approvals.resumed', { owner });
      return haltView(null);
    }),
});
