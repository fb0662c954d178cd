/** Takes an acknowledgement back: the alert counts as open again. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { alertErrors, alertSchema } from './alert.ts';
import { moveAlert, moveErrors } from './move.ts';

export const reopenAlert = defineOperation({
  name: 'alerts.reopen',
  summary: 'Open an acknowledged alert again',
  input: z.object({ id: z.uuid() }),
  output: alertSchema,
  errors: { ...alertErrors, ...moveErrors },
  permission: 'alerts:write',
  effect: 'write',
  undo: 'alerts.acknowledge',
  examples: [
    {
      say: 'reopen the alert about the certificate',
      input: { id: '00000000-0000-4000-8000-00000000a1e2' },
      refers: { id: 'the certificate' },
    },
  ],
  preview: async () => 'Open an acknowledged alert again.',
  run: (ctx, { id }, fail) => moveAlert(ctx, { id, from: 'acknowledged', to: 'open' }, fail),
});
