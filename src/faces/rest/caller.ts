/** Who sends a request: by bearer token, by the session cookie of Nima's page, as a trusted program here, or nobody yet. */
import type { Actor } from '../../kernel/context.ts';
import { type Host, stranger } from '../../kernel/host.ts';
import { bearerOf, sessionOf } from '../../platform/auth/credentials.ts';
import { crossSiteFault, type Headers, isProgramHere, requestFault } from '../../platform/auth/guard.ts';
import type { OwnHosts } from '../../platform/auth/hosts.ts';

export interface Caller {
  readonly actor: Actor;
  /** The session cookie that was sent, whether it still holds or not. */
  readonly cookie: string | null;
  /** True when the cookie signed this request in. */
  readonly isByCookie: boolean;
}

export interface Visit {
  readonly method: string;
  readonly headers: Headers;
  /** Address of the peer; unknown where there is no socket. */
  readonly address: string | undefined;
}

export interface Admission {
  readonly host: Pick<Host, 'authenticate'>;
  readonly hosts: OwnHosts;
  /** The owner, for programs of this machine that need no token; absent when they do. */
  readonly loopbackActor?: (() => Promise<Actor | null>) | undefined;
}

const STRANGER = stranger('rest');

async function withoutToken({ loopbackActor }: Admission, { address, headers }: Visit): Promise<Actor> {
  if (!loopbackActor || !isProgramHere(address, headers)) return STRANGER;
  return (await loopbackActor()) ?? STRANGER;
}

async function byToken(asking: Promise<Actor | null>, cookie: string | null): Promise<Caller> {
  return { actor: (await asking) ?? STRANGER, cookie, isByCookie: false };
}

async function byCookie(admission: Admission, visit: Visit, cookie: string | null): Promise<Caller> {
  const actor = cookie ? await admission.host.authenticate(cookie, 'rest') : null;
  if (!actor) return { actor: await withoutToken(admission, visit), cookie, isByCookie: false };
  const crossSite = crossSiteFault(visit.method, visit.headers);
  if (crossSite) throw crossSite;
  return { actor, cookie, isByCookie: true };
}

/**
 * Throws or rejects when the request may not come in at all; what the caller may then do, the pipeline decides. Who sends
 * a token that was just seen is known at once.
 */
export function admit(admission: Admission, visit: Visit): Caller | Promise<Caller> {
  const { headers } = visit;
  const fault = requestFault(headers, admission.hosts);
  if (fault) throw fault;
  const bearer = bearerOf(headers);
  const cookie = sessionOf(headers);
  if (!bearer) return byCookie(admission, visit, cookie);
  const actor = admission.host.authenticate(bearer, 'rest');
  return actor instanceof Promise ? byToken(actor, cookie) : { actor: actor ?? STRANGER, cookie, isByCookie: false };
}
