/** What Nima told, or waits to tell: newest first. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { alertErrors, alertSchema, KINDS, STATES } from './alert.ts';
import { findAlert, listAlertRows } from './store.ts';

export const listAlerts = defineOperation({
  name: 'alerts.list',
  summary: 'List alerts, nudges and briefs',
  input: z.object({
    state: z
      .enum([...STATES, 'any'])
      .default('open')
      .describe('Open unless said'),
    kind: z.enum(KINDS).optional(),
    rule: z.string().max(100).optional(),
    limit: z.int().min(1).max(200).default(50),
    before: z.uuid().optional().describe('The last alert of the page before'),
  }),
  output: z.object({ alerts: z.array(alertSchema) }),
  errors: alertErrors,
  permission: 'alerts:read',
  effect: 'read',
  examples: [
    { say: 'what alerts are there', input: {} },
    { say: 'show my alerts', input: {} },
    { say: 'any open alerts', input: {} },
    { say: 'what needs my attention', input: {} },
    { say: 'list acknowledged alerts', input: { state: 'acknowledged' } },
    { say: 'list resolved alerts', input: { state: 'resolved' } },
    { say: 'have I got any alerts', input: {} },
    { say: 'show me my alerts', input: {} },
  ],
  async run({ owner, db }, { state, before, ...page }, fail) {
    const last = before ? await findAlert(owner, db, before) : null;
    if (before && !last) throw fail.alert_unknown({});
    const after = last ? { updatedAt: Date.parse(last.updated_at), id: last.id } : undefined;
    const filter = { ...page, state: state === 'any' ? undefined : state, before: after };
    return { alerts: await listAlertRows(owner, db, filter) };
  },
});
