/** Mutes a rule, a subject, or one rule about one subject, for a while or until it is removed. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { muteSchema } from './mute.ts';
import { insertMute, listMutes } from './store.ts';

/** Far above what a person keeps in mind; a script that mutes without end is stopped. */
const MUTES_MAX = 200;

export const createMute = defineOperation({
  name: 'alerts.mutes.create',
  summary: 'Hear no more of a rule or a subject',
  input: z.object({
    rule: z.string().trim().min(1).max(100).optional().describe('Everything this rule says: goals.deadline'),
    subject: z.string().trim().min(1).max(300).optional().describe('Everything about this subject'),
    until: z.iso.datetime({ offset: true }).optional().describe('When to hear of it again; never unless given'),
  }),
  output: muteSchema,
  errors: {
    mute_names_nothing: { kind: 'invalid', text: () => 'Say which rule or which subject to mute.' },
    mute_is_over: { kind: 'invalid', text: () => 'That time has passed. Give one that is to come.' },
    mutes_full: { kind: 'limit', text: () => `You keep ${MUTES_MAX} mutes already. Remove some first.` },
  },
  permission: 'alerts:write',
  effect: 'write',
  undo: 'alerts.mutes.remove',
  examples: [
    { say: 'mute alerts about "the cluster"', input: { subject: 'the cluster' } },
    {
      say: 'mute "marathon" until 2030-12-31',
      input: { subject: 'marathon', until: '2030-12-31T09:00:00.000Z' },
    },
    { say: 'mute the rule goals.deadline', input: { rule: 'goals.deadline' } },
    { say: 'mute the rule tasks.failed', input: { rule: 'tasks.failed' } },
    { say: 'stop telling me about "the cluster"', input: { subject: 'the cluster' } },
    { say: 'please silence "the cluster" alerts', input: { subject: 'the cluster' } },
  ],
  preview: async (_ctx, { rule, subject, until }) =>
    `Mute ${[rule, subject && `“${subject}”`].filter(Boolean).join(' about ')}${until ? ` until ${until}` : ''}.`,
  async run({ owner, db, clock, newId }, { rule = null, subject = null, until }, fail) {
    const now = clock.now();
    if (rule === null && subject === null) throw fail.mute_names_nothing({});
    if (until !== undefined && Date.parse(until) <= now) throw fail.mute_is_over({});
    const known = await listMutes(owner, db, { now, limit: MUTES_MAX });
    if (known.length === MUTES_MAX) throw fail.mutes_full({});
    const mute = {
      id: newId(),
      rule,
      subject,
      until: until === undefined ? null : new Date(until).toISOString(),
      created_at: new Date(now).toISOString(),
    };
    await insertMute(owner, db, mute);
    return mute;
  },
});
