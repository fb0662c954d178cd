/**
 * Which names and addresses count as this machine or as Nima's own. A page elsewhere may point its own name at a loopback
 * address (DNS rebinding); it cannot make the browser send another Host than that name.
 */
import { isIP } from 'node:net';

/** `Localhost:8002` → `localhost`, `[::1]:8002` → `::1`; empty when it is no host. */
export function hostNameOf(host: string): string {
  const bracketed = /^\[([0-9a-f:.]+)\](:\d+)?$/i.exec(host);
  if (bracketed?.[1]) return bracketed[1].toLowerCase();
  const named = /^([a-z0-9_.-]+)(:\d+)?$/i.exec(host);
  return (named?.[1] ?? '').toLowerCase().replace(/\.$/, '');
}

/** An address of the loopback interface, also as IPv6 writes IPv4. */
export function isLoopbackAddress(address: string | undefined): boolean {
  if (!address) return false;
  return address === '::1' || /^(::ffff:)?127\.\d+\.\d+\.\d+$/i.test(address);
}

/** The names Nima answers under: loopback, any bare address, and those its owner allows. */
export class OwnHosts {
  readonly #allowed: readonly string[];
  /** Nearly every request names the same host: what was let in last needs no second look. */
  #lastOwn = '';

  /** `allowed` are names with or without a port. */
  constructor(allowed: readonly string[]) {
    this.#allowed = allowed.map(hostNameOf);
  }

  /** What a Host header says is ours. Rebinding needs a name, so a bare address is what the person typed. */
  isOwn(host: string | undefined): boolean {
    if (!host) return false;
    if (host === this.#lastOwn) return true;
    const name = hostNameOf(host);
    const isOwn = name === 'localhost' || name.endsWith('.localhost') || isIP(name) !== 0 || this.#isAllowed(name);
    if (isOwn) this.#lastOwn = host;
    return isOwn;
  }

  /** True when the page at `origin` is the one `host` serves, or is of an allowed name. */
  isOwnOrigin(origin: string, host: string): boolean {
    const from = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase();
    if (!from) return false;
    return from === host.toLowerCase() || this.#isAllowed(hostNameOf(from));
  }

  #isAllowed(name: string): boolean {
    return name !== '' && this.#allowed.includes(name);
  }
}
