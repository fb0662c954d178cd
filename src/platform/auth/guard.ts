/** The three checks of a request that need no database: its Host, its Origin, and that a cookie was not sent by another site. */
import { Failure } from '../../kernel/errors.ts';
import { isLoopbackAddress, type OwnHosts } from './hosts.ts';

/** Reads one request header by its lower-case name. */
export type Headers = (name: string) => string | undefined;

const SAFE_METHODS: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

function forbidden(code: string, text: string, details: object = {}): Failure {
  return new Failure('forbidden', text, { code, details });
}

/** Why a request may not come in whoever sends it, or null. */
export function requestFault(headers: Headers, hosts: OwnHosts): Failure | null {
  const host = headers('host');
  if (!hosts.isOwn(host)) {
    const text = `Nima does not answer under the name ${host || '(none)'}. Add it to NIMA_SERVER_ALLOWED_HOSTS.`;
    return forbidden('host_not_allowed', text, { host: host ?? null });
  }
  const origin = headers('origin');
  if (origin === undefined || hosts.isOwnOrigin(origin, host ?? '')) return null;
  return forbidden('origin_not_allowed', `A page of ${origin} may not use this Nima.`, { origin });
}

/** Why a call signed in by cookie may not change anything: nothing shows that Nima's own page sent it. Null when it may. */
export function crossSiteFault(method: string, headers: Headers): Failure | null {
  if (SAFE_METHODS.includes(method)) return null;
  // An Origin, when there is one, has passed requestFault.
  if (headers('origin') !== undefined || headers('sec-fetch-site') === 'same-origin') return null;
  return forbidden('cross_site', 'A change by cookie must come from the page itself. Programs send a bearer token.');
}

/** True when a browser page sent it: only browsers set these, and no page can leave them out. */
export function isFromPage(headers: Headers): boolean {
  return headers('origin') !== undefined || headers('sec-fetch-site') !== undefined;
}

const FORWARDED: readonly string[] = ['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'];
const FETCH_METADATA: readonly string[] = ['origin', 'sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'];

/** True when a program on this machine sent it itself: no page behind it, no proxy between. */
export function isProgramHere(address: string | undefined, headers: Headers): boolean {
  return isLoopbackAddress(address) && [...FORWARDED, ...FETCH_METADATA].every((name) => headers(name) === undefined);
}
