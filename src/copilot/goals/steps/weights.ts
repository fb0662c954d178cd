/** What Nima has learned about suggestions: how often each kind was accepted and declined, and by which decisions. */
import { z } from 'zod';
import { defineOperation } from '../../../kernel/operation.ts';
import { countingDecisions } from './decide.ts';
import { decisionOf, decisionSchema } from './decision.ts';
import { STEP_KINDS } from './step.ts';
import { weightsFrom } from './weigh.ts';

const DECISIONS_SHOWN = 100;

export const weightsOfSteps = defineOperation({
  name: 'goals.steps.weights',
  summary: 'Show what Nima learned about suggestions',
  input: z.object({}),
  output: z.object({
    weights: z.array(
      z.object({
        kind: z.enum(STEP_KINDS),
        accepted: z.int(),
        declined: z.int(),
        weight: z.number().describe('1 before anything is learned; (accepted + 2) / (accepted + declined + 2)'),
      }),
    ),
    decisions: z.array(decisionSchema).describe('The newest; each can be taken back'),
  }),
  permission: 'goals:read',
  effect: 'read',
  examples: [
    { say: 'what have you learned about suggestions?', input: {} },
    { say: 'show the weights of the suggestions', input: {} },
    { say: 'which suggestions did I accept or decline', input: {} },
  ],
  async run(ctx) {
    const decisions = await countingDecisions(ctx);
    return {
      weights: weightsFrom(decisions),
      decisions: decisions.slice(0, DECISIONS_SHOWN).map((row) => decisionOf(row)),
    };
  },
});
