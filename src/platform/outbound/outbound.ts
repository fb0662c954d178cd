/**
 * The one way out of Nima by HTTP: a `fetch` that resolves each host once, refuses private addresses unless the owner
 * allowed them, connects to what it resolved, and looks at every redirect the same way.
 */
import { lookup as resolveByName } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Failure } from '../../kernel/errors.ts';
import { AllowedAddresses } from './addresses.ts';
import { type Address, exchangeWith, type Limits } from './exchange.ts';

const REDIRECTS_MAX = 5;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);
/** Room for a large document and for an upload; nothing a task sends is larger. */
const BODY_BYTES_MAX = 33_554_432;
const TIMEOUT_MS = 30_000;
/** What another origin may learn of a request: never a credential, under whatever name it goes. */
const CARRIED: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-type', 'user-agent']);

export interface OutboundOptions extends Partial<Limits> {
  /** Host names, addresses and CIDRs that may be private: `gitea.lan`, `192.168.1.10`, `10.0.0.0/8`. */
  readonly allowedHosts: readonly string[];
  /** Asks the name service; replaced in tests. */
  readonly lookup?: (host: string) => Promise<readonly Address[]>;
}

/** `fetch`, with a guard. Throws Failures: `forbidden` (refused), `unavailable` (no answer), `invalid` (too large). */
export type Outbound = typeof fetch;

interface Step {
  readonly url: URL;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Buffer | null;
}

const refused = (text: string, code: string, details: object): Failure =>
  new Failure('forbidden', text, { code, details });

/** Waits for `work`, but not longer than the signal. */
async function within<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const aborted = Promise.withResolvers<never>();
  const abort = () => aborted.reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  return Promise.race([work, aborted.promise]).finally(() => signal.removeEventListener('abort', abort));
}

/** The step a redirect leads to; null when the answer is none. */
function nextStep({ url, method, headers, body }: Step, { status, headers: answered }: Response): Step | null {
  const location = answered.get('location');
  if (!REDIRECTS.has(status) || location === null) return null;
  const to = URL.parse(location, url.href);
  if (!to || (url.protocol === 'https:' && to.protocol !== 'https:')) {
    throw refused(`${url.host} redirects to an address that is not safe.`, 'outbound_redirect', { location });
  }
  const becomesGet = status === 303 ? method !== 'HEAD' : status < 303 && method === 'POST';
  const kept = [...headers].filter(([name]) => to.origin === url.origin || CARRIED.has(name));
  const next = becomesGet
    ? { method: 'GET', body: null, headers: new Headers(kept.filter(([name]) => !name.startsWith('content-'))) }
    : { method, body, headers: new Headers(kept) };
  return { url: to, ...next };
}

class Guard {
  readonly #allowed: AllowedAddresses;
  readonly #lookup: (host: string) => Promise<readonly Address[]>;
  readonly limits: Limits;

  constructor(options: OutboundOptions) {
    const { allowedHosts, lookup, timeoutMs = TIMEOUT_MS, bodyBytesMax = BODY_BYTES_MAX } = options;
    this.#allowed = new AllowedAddresses(allowedHosts);
    this.#lookup = lookup ?? ((host) => resolveByName(host, { all: true }));
    this.limits = { timeoutMs, bodyBytesMax };
  }

  /** The addresses of a host, all of them allowed; one that is not is reason enough to refuse. */
  async addressesOf({ protocol, hostname }: URL): Promise<readonly Address[]> {
    if (!/^https?:$/.test(protocol)) {
      throw refused(`Nima speaks http and https only, not ${protocol}//.`, 'outbound_refused', { protocol });
    }
    const host = hostname.replace(/^\[|\]$/g, '').toLowerCase();
    const addresses = isIP(host) ? [{ address: host, family: isIP(host) }] : await this.#resolve(host);
    if (addresses.every(({ address }) => this.#allowed.isAllowed(host, address))) return addresses;
    const text = `${host} is an address of a private network. If it is meant, add "${host}" to the setting outbound.allowedHosts.`;
    throw refused(text, 'outbound_refused', { host });
  }

  async #resolve(host: string): Promise<readonly Address[]> {
    const addresses = await this.#lookup(host).catch((cause: unknown) => {
      throw this.#unknown(host, cause);
    });
    if (addresses.length === 0) throw this.#unknown(host);
    return addresses;
  }

  #unknown(host: string, cause?: unknown): Failure {
    const text = `The name service knows no address of ${host}. Check the name and the network.`;
    return new Failure('unavailable', text, { code: 'outbound_unknown_host', details: { host }, cause });
  }
}

async function firstStep(request: Request): Promise<Step> {
  const { method, headers } = request;
  const body = request.body ? Buffer.from(await request.arrayBuffer()) : null;
  const isSent = body !== null || method === 'POST' || method === 'PUT';
  if (isSent) headers.set('content-length', String(body?.length ?? 0));
  return { url: new URL(request.url), method, headers, body };
}

async function follow(guard: Guard, first: Step, request: Request): Promise<Response> {
  const { signal, redirect } = request;
  const patience = () => AbortSignal.any([signal, AbortSignal.timeout(guard.limits.timeoutMs)]);
  let step = first;
  for (let redirects = 0; redirects <= REDIRECTS_MAX; redirects += 1) {
    const addresses = await within(patience(), guard.addressesOf(step.url)).catch((thrown: unknown) => {
      if (signal.aborted || thrown instanceof Failure) throw thrown;
      throw new Failure('unavailable', 'The name service does not answer.', {
        code: 'outbound_timeout',
        cause: thrown,
      });
    });
    const response = await exchangeWith({ ...step, addresses, signal }, guard.limits);
    const next = redirect === 'manual' ? null : nextStep(step, response);
    if (!next) return response;
    await response.body?.cancel();
    if (redirect === 'error') throw refused(`${step.url.host} redirects.`, 'outbound_redirect', {});
    step = next;
  }
  const text = `${first.url.host} redirects more than ${REDIRECTS_MAX} times.`;
  throw refused(text, 'outbound_redirect', { redirects: REDIRECTS_MAX });
}

/** One for each purpose is cheap: it holds rules, no connections. */
export function createOutbound(options: OutboundOptions): Outbound {
  const guard = new Guard(options);
  return async (input, init) => {
    const request = new Request(input, init);
    request.signal.throwIfAborted();
    return follow(guard, await firstStep(request), request);
  };
}

/** For programs that connect by themselves, such as git: the one address a host may be reached at, to be pinned there. */
export function createResolver(options: OutboundOptions): (host: string) => Promise<string> {
  const guard = new Guard(options);
  return async (host) => {
    const [first] = await guard.addressesOf(new URL(`https://${host.includes(':') ? `[${host}]` : host}`));
    if (!first) throw new Error('A host that was resolved has an address.');
    return first.address;
  };
}
