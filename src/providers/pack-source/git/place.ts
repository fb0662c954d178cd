/** Addresses git can clone a pack from, taken apart: https, ssh (both ways of writing it) and file; nothing that runs a helper. */
import { Failure } from '../../../kernel/errors.ts';

export interface GitPlace {
  readonly protocol: 'https' | 'ssh' | 'file';
  /** Without the branch or tag. */
  readonly url: string;
  /** Empty for file. */
  readonly host: string;
  readonly port: string;
  /** Branch or tag; null for the repository's own choice. */
  readonly ref: string | null;
}

const SCP_LIKE = /^[\w.-]+@([\w.-]+):(?!\/\/)\S+$/;
const URL_LIKE = /^(https|ssh|file):\/\/\S+$/;
const REF = /^[A-Za-z0-9_][\w./-]{0,200}$/;

const invalid = (text: string): Failure => new Failure('invalid', text, { code: 'pack_source_unsupported' });

/** The address and what stands after `#`. */
function cut(place: string): { address: string; ref: string | null } {
  const [address = '', ref] = place.split('#', 2);
  return { address, ref: ref ?? null };
}

export function acceptsPlace(place: string): boolean {
  const { address } = cut(place);
  return URL_LIKE.test(address) || SCP_LIKE.test(address);
}

export function readPlace(place: string): GitPlace {
  const { address: url, ref } = cut(place);
  if (ref !== null && (!REF.test(ref) || ref.includes('..'))) {
    throw invalid(`"${ref}" is no branch or tag. Write it after #, such as #v1.2.0.`);
  }
  const [, scpHost] = SCP_LIKE.exec(url) ?? [];
  if (scpHost) return { protocol: 'ssh', url, host: scpHost, port: '22', ref };
  const parsed = URL.parse(url);
  if (!parsed) throw invalid('That is no address git can clone.');
  if (parsed.password || (parsed.protocol === 'https:' && parsed.username)) {
    throw invalid('Leave user and password out of the address; git takes them from its own credential helper.');
  }
  const protocol = parsed.protocol.slice(0, -1) as GitPlace['protocol'];
  const host = parsed.hostname.replace(/^\[|\]$/g, '');
  if (protocol !== 'file' && !/^[\w.:-]+$/.test(host)) throw invalid('That address names no host.');
  if (host.startsWith('-')) throw invalid('That address names no host.');
  return { protocol, url, host, port: parsed.port || (protocol === 'https' ? '443' : '22'), ref };
}
