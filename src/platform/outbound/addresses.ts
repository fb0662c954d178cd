/**
 * Which addresses an outgoing request may reach: public ones, and those the owner allows by name, address or CIDR. The
 * rest (this machine, its network, the metadata service of a cloud) would answer as if Nima's owner had asked. Pure.
 */
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registries (RFC 6890 and its updates) without what is globally reachable. */
const PRIVATE: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10], // carrier-grade NAT, and Tailscale
  ['127.0.0.0', 8],
  ['169.254.0.0', 16], // link-local: cloud metadata lives at 169.254.169.254
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
  ['::', 96], // unspecified, loopback, and IPv4 written as IPv6 in the old way
  ['::ffff:0:0:0', 96],
  ['64:ff9b::', 96], // NAT64: an IPv4 address in disguise
  ['64:ff9b:1::', 48],
  ['100::', 64],
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16], // 6to4: an IPv4 address in disguise
  ['fc00::', 7],
  ['fe80::', 10],
  ['fec0::', 10],
  ['ff00::', 8],
];

const familyOf = (address: string): 'ipv4' | 'ipv6' => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function subnetsOf(subnets: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of subnets) list.addSubnet(network, prefix, familyOf(network));
  return list;
}

/** `10.0.0.0/8` → network and prefix; a single address is its own network; null for a name. */
function subnetOf(entry: string): readonly [string, number] | null {
  const [network = '', prefix] = entry.split('/');
  const bits = { 0: 0, 4: 32, 6: 128 }[isIP(network)] ?? 0;
  if (bits === 0) return null;
  const length = prefix === undefined ? bits : Number(prefix);
  return Number.isInteger(length) && length >= 0 && length <= bits ? [network, length] : null;
}

/** Decides by the name asked for and the address it stands for. */
export class AllowedAddresses {
  readonly #names: ReadonlySet<string>;
  readonly #subnets: BlockList;
  readonly #private: BlockList;

  constructor(allowedHosts: readonly string[]) {
    const subnets = allowedHosts.map(subnetOf);
    this.#names = new Set(allowedHosts.filter((_, index) => !subnets[index]).map((name) => name.toLowerCase()));
    this.#subnets = subnetsOf(subnets.filter((subnet) => subnet !== null));
    this.#private = subnetsOf(PRIVATE);
  }

  /** An IPv4 address inside an IPv6 one (`::ffff:127.0.0.1`) counts as what it is. */
  isAllowed(host: string, address: string): boolean {
    if (this.#names.has(host)) return true;
    const family = familyOf(address);
    return this.#subnets.check(address, family) || !this.#private.check(address, family);
  }
}
