/** How people ask for a schedule. */
import type { Example } from '../../kernel/operation.ts';

export const createExamples: readonly Example[] = [
  {
    say: 'remind me every Monday at 9 to review the cluster',
    input: { when: 'every Monday at 9', remind: 'review the cluster' },
  },
  { say: 'remind me tomorrow at 9 to call the bank', input: { when: 'tomorrow at 9', remind: 'call the bank' } },
  { say: 'remind me in 20 minutes to stretch', input: { when: 'in 20 minutes', remind: 'stretch' } },
  {
    say: 'remind me to pay the rent on the first of the month',
    input: { remind: 'pay the rent', when: 'on the first of the month' },
  },
  {
    say: 'every Friday at 17:00 remind me to write the weekly report',
    input: { when: 'every Friday at 17:00', remind: 'write the weekly report' },
  },
];
