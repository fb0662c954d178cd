/** The owner has seen it. It stays silent until it gets worse or, once it is over, happens again. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { alertErrors, alertSchema } from './alert.ts';
import { moveAlert, moveErrors } from './move.ts';

export const acknowledgeAlert = defineOperation({
  name: 'alerts.acknowledge',
  summary: 'Acknowledge an alert, so that it is not told again',
  input: z.object({ id: z.uuid() }),
  output: alertSchema,
  errors: { ...alertErrors, ...moveErrors },
  permission: 'alerts:write',
  effect: 'write',
  undo: 'alerts.reopen',
  examples: [
    {
      say: 'acknowledge the alert about the disk',
      input: { id: '00000000-0000-4000-8000-00000000a1e1' },
      refers: { id: 'the disk' },
    },
    {
      say: 'I have seen the alert about the disk',
      input: { id: '00000000-0000-4000-8000-00000000a1e1' },
      refers: { id: 'the disk' },
    },
    { say: 'ack the disk alert', input: { id: '00000000-0000-4000-8000-00000000a1e1' }, refers: { id: 'disk' } },
    {
      say: 'mark the alert on the disk as seen',
      input: { id: '00000000-0000-4000-8000-00000000a1e1' },
      refers: { id: 'the disk' },
    },
    {
      say: 'I know about the disk, acknowledge the alert',
      input: { id: '00000000-0000-4000-8000-00000000a1e1' },
      refers: { id: 'the disk' },
    },
  ],
  preview: async () => 'Acknowledge an alert.',
  run: (ctx, { id }, fail) => moveAlert(ctx, { id, from: 'open', to: 'acknowledged' }, fail),
});
