/** Tells a brief now. Its schedule runs this; the brief before it is over then. */
import { z } from 'zod';
import { raiseAlert, resolveAlert } from '../../core/alerts/index.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { briefNameSchema, PLANS } from './brief.ts';
import { composeBrief } from './compose/compose.ts';

export const tellBrief = defineOperation({
  name: 'briefs.tell',
  summary: 'Tell a brief now, as an alert',
  input: z.object({ brief: briefNameSchema.default('morning') }),
  output: z.object({ id: z.uuid().describe('Of the alert'), summary: z.string() }),
  errors: { brief_untold: { kind: 'conflict', text: () => 'The brief could not be told. Try again.' } },
  permission: 'briefs:write',
  effect: 'write',
  undo: 'alerts.acknowledge',
  examples: [
    { say: 'send me the morning brief', input: { brief: 'morning' } },
    { say: 'send me the weekly brief', input: { brief: 'weekly' } },
    { say: 'the morning brief, please', input: { brief: 'morning' } },
  ],
  preview: async (_ctx, { brief }) => `Tell the ${brief} brief.`,
  async run(ctx, { brief }, fail) {
    const text = await composeBrief(ctx, brief);
    const { title } = PLANS[brief];
    const key = `briefs:${brief}`;
    const alert = await ctx.transaction(async (tx) => {
      await resolveAlert(tx, key);
      return raiseAlert(tx, {
        kind: 'brief',
        rule: 'briefs.tell',
        subject: title,
        severity: 'info',
        text,
        because: `You asked for the ${brief} brief.`,
        stop: `Say “turn off the ${brief} brief”.`,
        key,
        isPunctual: true,
      });
    });
    if (!alert) throw fail.brief_untold({});
    return { id: alert.id, summary: `${title} told.` };
  },
});
