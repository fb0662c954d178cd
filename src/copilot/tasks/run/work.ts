/** What an action is handed: its configuration, secrets by reference, and a voice that never says a secret aloud. */
import type { Context } from '../../../kernel/context.ts';
import { Failure } from '../../../kernel/errors.ts';
import { withoutSecrets } from '../../../kernel/redact.ts';
import type { Secret } from '../../../kernel/secret.ts';
import { type Configuration, configurationPort, type Integration, type Work } from '../ports/integration.ts';

/** Told line by line what an action says. */
export interface Listener {
  log(line: string): void;
  progress(share: number): void;
}

export interface Assignment {
  readonly integration: Integration;
  readonly signal: AbortSignal;
  readonly idempotencyKey: string;
  readonly attempt: number;
  readonly listener?: Listener;
}

/** A secret shorter than this would blot out ordinary words. */
const SECRET_CHARS_MIN = 6;

function configurationOf(ctx: Context, { name, config }: Integration): Configuration {
  const known = ctx.providers(configurationPort).get(name);
  if (known) return known;
  return {
    values: config.parse({}),
    secret(reference) {
      throw new Failure('invalid', `${reference} is not there.`, { code: 'secret_missing' });
    },
  };
}

export interface Desk {
  readonly work: Work;
  /** Takes out what looks like a secret, and every secret that was handed out. */
  clean<T>(value: T): T;
}

export function deskFor(ctx: Context, { integration, listener, ...rest }: Assignment): Desk {
  const { values, secret } = configurationOf(ctx, integration);
  const revealed: string[] = [];
  const clean = <T>(value: T): T => withoutSecrets(value, revealed);
  const work: Work = {
    ...rest,
    config: values,
    secret(reference): Secret {
      const found = secret(reference);
      if (found.reveal().length >= SECRET_CHARS_MIN) revealed.push(found.reveal());
      return found;
    },
    log: (line) => listener?.log(clean(line)),
    progress: (share) => listener?.progress(Math.min(1, Math.max(0, share))),
  };
  return { work, clean };
}
