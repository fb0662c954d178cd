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

function isLoopbackName(name: string): boolean {
  return name === 'localhost' || name.endsWith('.localhost') || (isIP(name) !== 0 && isLoopbackAddress(name));
}

/** Loopback, an allowed name, or a bare address: rebinding needs a name, so an address in Host is what the person typed. */
export function isOwnHost(host: string | undefined, allowedHosts: readonly string[]): boolean {
  const name = hostNameOf(host ?? '');
  if (!name) return false;
  return isLoopbackName(name) || isIP(name) !== 0 || allowedHosts.some((allowed) => hostNameOf(allowed) === name);
}

/** True when a page at `origin` is the one this Host serves, or is of an allowed name. */
export function isOwnOrigin(origin: string, host: string, allowedHosts: readonly string[]): boolean {
  const match = /^https?:\/\/([^/]+)$/i.exec(origin);
  if (!match?.[1]) return false;
  const from = match[1].toLowerCase();
  return from === host.toLowerCase() || allowedHosts.some((allowed) => hostNameOf(allowed) === hostNameOf(from));
}
