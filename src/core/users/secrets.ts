/** Passwords and tokens: made, hashed and checked with Node's own crypto. Knows no table. */
import { hash, randomBytes, randomInt, scrypt, timingSafeEqual } from 'node:crypto';

/** OWASP's scrypt minimum for r = 8; 32 MiB and about 90 ms on a small board. */
const COST = 2 ** 15;
const BLOCK = 8;
const HASH_BYTES = 32;
/** No look-alikes (0 o 1 l i), so that it can be typed from a screen. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
/** 20 of 31 letters: 99 bits. */
const GENERATED_CHARS = 20;

function derive(password: string, salt: Buffer): Promise<Buffer> {
  const options = { N: COST, r: BLOCK, p: 1, maxmem: 256 * COST * BLOCK };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** A new password in groups of five letters: `k7mq2-…`. */
export function generatePassword(): string {
  const letters = Array.from({ length: GENERATED_CHARS }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return letters.replaceAll(/(.{5})(?=.)/g, '$1-');
}

/** `scrypt$<salt>$<hash>`, both base64. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  return `scrypt$${salt.toString('base64')}$${(await derive(password, salt)).toString('base64')}`;
}

export async function isPassword(password: string, stored: string): Promise<boolean> {
  const [, salt, hash] = stored.split('$');
  if (!salt || !hash) return false;
  return timingSafeEqual(await derive(password, Buffer.from(salt, 'base64')), Buffer.from(hash, 'base64'));
}

/** A bearer token: 256 random bits behind a prefix that secret scanners can learn. */
export const generateToken = (): string => `nima_${randomBytes(32).toString('base64url')}`;

/** SHA-256 suffices: the token itself is random, so there is nothing to guess. */
export const hashToken = (token: string): string => hash('sha256', token, 'base64url');
