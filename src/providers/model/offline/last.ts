/** What the talk was about last: the last call, the last one that changed something, the last list shown. Pure. */
import type { OfferedOperation, OfflineRequest, ToolStep } from './conversation.ts';
import { isThing, labelOf, listIn } from './labels.ts';

/** Further back than this, "that" means nothing any more. */
const EXCHANGES_READ = 6;

export interface LastCall {
  readonly step: ToolStep;
  readonly tool: OfferedOperation;
}

type Asked = Pick<OfflineRequest, 'past' | 'tools'>;

export const TEACH = 'learning.corrections.create';

/** Newest first. Teaching is left out: it is spoken of by its own words. */
function callsIn({ past, tools }: Asked): LastCall[] {
  return past
    .slice(-EXCHANGES_READ)
    .flatMap(({ steps }) => steps)
    .flatMap((step) => {
      const tool = tools.find((offered) => offered.tool === step.tool);
      return tool && tool.operation !== TEACH ? [{ step, tool }] : [];
    })
    .toReversed();
}

export const lastCall = (asked: Asked): LastCall | null => callsIn(asked)[0] ?? null;

/** The last that changed something, or would have. */
export const lastChange = (asked: Asked): LastCall | null =>
  callsIn(asked).find(({ tool, step }) => tool.effect !== 'read' && step.outcome.state !== 'failed') ?? null;

export interface ShownThing {
  readonly id: string;
  readonly label: string;
}

export interface LastList {
  /** `goals`, `memory.facts`: what its operations begin with. */
  readonly resource: string;
  readonly things: readonly ShownThing[];
}

export const resourceOf = ({ operation }: OfferedOperation): string => operation.split('.').slice(0, -1).join('.');

/** The list of the last call that showed one, in the order it was shown. */
export function lastList(asked: Asked): LastList | null {
  for (const { step, tool } of callsIn(asked)) {
    if (step.outcome.state !== 'done' || tool.effect !== 'read') continue;
    const things = (listIn(step.outcome.value) ?? []).flatMap((item) =>
      isThing(item) && typeof item.id === 'string' ? [{ id: item.id, label: labelOf(item) ?? '' }] : [],
    );
    if (things.length > 0) return { resource: resourceOf(tool), things };
  }
  return null;
}

/** The id of what a call made or was about; null where it has none. */
export function idOf({ step }: LastCall): string | null {
  const made = step.outcome.state === 'done' && isThing(step.outcome.value) ? step.outcome.value.id : undefined;
  const id = made ?? step.input.id;
  return typeof id === 'string' ? id : null;
}
