/** How a command ends, for scripts. */
import type { FailureKind } from '../../kernel/errors.ts';

export const EXIT_CODES: Readonly<Record<FailureKind, number>> = {
  internal: 1,
  invalid: 2,
  unauthenticated: 3,
  forbidden: 3,
  not_found: 4,
  conflict: 5,
  limit: 6,
  unavailable: 7,
};

export const EXIT_CODES_HELP = `Exit codes

  0  done
  1  Nima failed in a way it did not expect
  2  the command or its input is wrong, or a question could not be asked
  3  not signed in, not permitted, or waiting for your approval
  4  there is no such thing
  5  in conflict with what is there
  6  a limit is reached
  7  Nima, or something it needs, cannot be reached
`;
