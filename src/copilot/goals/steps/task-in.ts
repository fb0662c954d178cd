/** The task in the words of a milestone, ready for `tasks.execute`; null where the words are no command Nima knows whole. */
import type { Context } from '../../../kernel/context.ts';
import { actionSchema, type Step } from './step.ts';

const asked = actionSchema.partial({ params: true });

export function taskIn({ language }: Pick<Context, 'language'>, words: string): Step['action'] {
  const { operation, input, missing } = language.understand(words);
  if (operation !== 'tasks.execute' || missing.length > 0) return null;
  const read = asked.safeParse(input);
  return read.success ? { ...read.data, params: read.data.params ?? {} } : null;
}
