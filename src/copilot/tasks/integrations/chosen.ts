/** Finds the integration and the action a request means, with parameters parsed; says what there is when there is none. */
import type { z } from 'zod';
import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import type { Effect } from '../../../kernel/operation.ts';
import { type Action, type Integration, integrationPort } from '../ports/integration.ts';
import { disabledNames } from './store.ts';

export const choiceErrors = {
  integration_unknown: {
    kind: 'not_found',
    text: ({ type, known }: { type: string; known: string }) => `There is no integration ${type}. There are: ${known}.`,
  },
  integration_disabled: {
    kind: 'conflict',
    text: ({ type }: { type: string }) =>
      `The integration ${type} is switched off. \`nima tasks integrations update ${type} --enabled true\` switches it on.`,
  },
  action_unknown: {
    kind: 'not_found',
    text: ({ type, action, known }: { type: string; action: string; known: string }) =>
      `${type} has no action ${action}. It has: ${known}.`,
  },
  params_invalid: {
    kind: 'invalid',
    text: ({ type, action, faults }: { type: string; action: string; faults: string }) =>
      `${type} ${action} cannot take these parameters: ${faults}.`,
  },
} as const;

const fail = failuresOf(choiceErrors);

export interface Choice {
  readonly integration: Integration;
  readonly action: Action;
  readonly params: Record<string, unknown>;
  readonly effect: Effect;
}

export interface Wanted {
  readonly type: string;
  readonly action: string;
  readonly params: Record<string, unknown>;
}

const faultsOf = ({ issues }: z.ZodError): string =>
  issues
    .map(({ path, message }) => `${path.join('.')}: ${message.replace(/\.$/, '')}`)
    .join('; ')
    .replace(/^: /, '');

/** Throws the failures above. */
export async function chosenAction(ctx: Context, { type, action: name, params }: Wanted): Promise<Choice> {
  const integrations = ctx.providers(integrationPort);
  const integration = integrations.get(type);
  if (!integration) throw fail.integration_unknown({ type, known: [...integrations.keys()].join(', ') || 'none' });
  if ((await disabledNames(ctx.owner, ctx.db)).has(type)) throw fail.integration_disabled({ type });
  const action = integration.actions.find((each) => each.name === name);
  if (!action) {
    const known = integration.actions.map((each) => each.name).join(', ');
    throw fail.action_unknown({ type, action: name, known });
  }
  const parsed = action.params.safeParse(params);
  if (!parsed.success) throw fail.params_invalid({ type, action: name, faults: faultsOf(parsed.error) });
  return { integration, action, params: parsed.data, effect: action.effectOf(parsed.data) };
}
