/** Runs one operation from the command line and prints what came of it. */
import type { Operation } from '../../kernel/operation.ts';
import { isStream } from '../../kernel/operation.ts';
import { type Following, interruptible, printEvents } from './follow.ts';
import { confirm } from './io.ts';
import { paintFor, valueText } from './paint.ts';
import { outputText } from './present.ts';
import { readInput, type Typed, usage } from './read-input.ts';
import type { Shape } from './shape.ts';

export interface Manner {
  readonly isJson: boolean;
  /** `--yes`: what removes something goes on without asking. */
  readonly isSure: boolean;
}

/** True when the person wants it; without somebody to ask, only `--yes` says so. */
async function mayGoOn(
  { summary, effect }: Operation,
  target: unknown,
  { io, isSure }: Pick<Following, 'io'> & Manner,
): Promise<boolean> {
  if (effect !== 'destroy' || isSure) return true;
  if (!io.isTty) throw usage(`${summary}: this cannot be asked here. Add --yes to go on.`);
  return confirm(io, `${summary}${target === undefined ? '' : ` (${valueText(target)})`}?`);
}

export async function runCommand(
  following: Following,
  call: { operation: Operation; shape: Shape; typed: Typed },
  manner: Manner,
): Promise<void> {
  const { io, invoke } = following;
  const { operation, shape, typed } = call;
  const input = await readInput(shape, typed, io);
  const target = shape.positional ? input[shape.positional.name] : undefined;
  if (!(await mayGoOn(operation, target, { io, ...manner }))) {
    io.stderr.write('Nothing was changed.\n');
    return;
  }
  await interruptible(following, operation, async (signal, begun) => {
    if (typeof input.id === 'string') begun(input.id);
    const answer = await invoke(operation, input, signal);
    if (isStream(answer)) return printEvents(answer, operation, { io, isJson: manner.isJson, begun });
    const room = { paint: paintFor(io.isColored), columns: io.columns };
    io.stdout.write(`${manner.isJson ? JSON.stringify(answer, null, 2) : outputText(answer, room)}\n`);
  });
}
