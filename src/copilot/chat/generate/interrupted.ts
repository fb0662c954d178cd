/** What an answer says that Nima could not finish because it stopped or was killed. */
import { Failure } from '../../../kernel/errors.ts';

export const interrupted = (cause?: unknown): Failure =>
  new Failure('unavailable', 'Nima was interrupted while it answered. Ask for the answer again.', {
    code: 'answer_interrupted',
    cause,
  });
