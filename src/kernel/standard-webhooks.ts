/**
 * Signatures of webhooks, made and checked: Standard Webhooks (standardwebhooks.com, version 1) and GitHub's own. Pure
 * arithmetic over texts; who is told what, and what a fitting signature allows, is the business of others.
 */
import { Failure } from './errors.ts';

export interface SignedMessage {
  /** The same for all tries, so that the receiver knows a repeat. */
  readonly id: string;
  /** Seconds since 1970, when checking as the header says it. */
  readonly timestamp: number | string;
  readonly payload: string;
}

const HMAC = { name: 'HMAC', hash: 'SHA-256' } as const;
const VERSION = 'v1,';
/** Signatures of one header that are looked at: a sender that rotates has two. */
const SIGNATURES_MAX = 8;

/** `whsec_…` holds the key in base64, as the specification has it; anything else is the key itself. */
const keyOf = (secret: string): Buffer =>
  secret.startsWith('whsec_') ? Buffer.from(secret.slice(6), 'base64') : Buffer.from(secret);

async function hmacKey(key: Buffer) {
  if (key.length === 0) throw new Failure('invalid', 'The signing secret is empty.', { code: 'secret_empty' });
  return crypto.subtle.importKey('raw', Uint8Array.from(key), HMAC, false, ['sign', 'verify']);
}

const signedText = ({ id, timestamp, payload }: SignedMessage): Buffer => Buffer.from(`${id}.${timestamp}.${payload}`);

/** `v1,<base64>` over `id.timestamp.payload`. */
export async function signatureOf(secret: string, message: SignedMessage): Promise<string> {
  const signed = await crypto.subtle.sign(HMAC, await hmacKey(keyOf(secret)), Uint8Array.from(signedText(message)));
  return `${VERSION}${Buffer.from(signed).toString('base64')}`;
}

/** The headers of a message; several secrets while one replaces the other, none for a receiver that wants no signature. */
export async function signedHeaders(
  message: SignedMessage,
  secrets: readonly string[],
): Promise<Record<string, string>> {
  const headers = {
    'content-type': 'application/json',
    'user-agent': 'nima',
    'webhook-id': message.id,
    'webhook-timestamp': String(message.timestamp),
  };
  if (secrets.length === 0) return headers;
  const signatures = await Promise.all(secrets.map((secret) => signatureOf(secret, message)));
  return { ...headers, 'webhook-signature': signatures.join(' ') };
}

async function fits(key: Buffer, signature: Buffer, text: Buffer): Promise<boolean> {
  // Compared in constant time.
  return crypto.subtle.verify(HMAC, await hmacKey(key), Uint8Array.from(signature), Uint8Array.from(text));
}

/** True when any signature of the header (`v1,… v1,…`) is the secret's. */
export async function isSigned(secret: string, message: SignedMessage, header: string): Promise<boolean> {
  const given = header.split(' ').slice(0, SIGNATURES_MAX);
  for (const signature of given.filter((each) => each.startsWith(VERSION))) {
    const bytes = Buffer.from(signature.slice(VERSION.length), 'base64');
    if (await fits(keyOf(secret), bytes, signedText(message))) return true;
  }
  return false;
}

/** True when `X-Hub-Signature-256` (`sha256=<hex>`) is the secret's. GitHub takes the secret as it is typed. */
export async function isSignedByGithub(secret: string, payload: string, header: string): Promise<boolean> {
  const hex = /^sha256=([0-9a-f]{64})$/i.exec(header)?.[1];
  return hex !== undefined && fits(Buffer.from(secret), Buffer.from(hex, 'hex'), Buffer.from(payload));
}
