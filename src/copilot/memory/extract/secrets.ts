/**
 * Tells when talk holds a secret. Wider than `facts/secret-text.ts`, which must not refuse what a person stores on
 * purpose: here a doubt is enough, since a sentence not learned can still be remembered by asking.
 */
import { looksLikeSecret } from '../facts/secret-text.ts';

/** Words for a secret with a value after them. A password manager is a program, and may be known. */
const NAMED_SECRET =
  /\b(?:pass(?:word|wd|phrase|code)?|pwd|pin(?: code)?|secret|token|api[ _-]?key|access[ _-]?key|(?:private|ssh|encryption|signing)[ _-]?key|credentials?|recovery (?:code|phrase)|seed phrase|cvv|(?:card|account|passport) number|iban|ssn|social security number)\b(?! (?:manager|policy|rotation|server|store))[^.!?\n]{0,40}?(?:\bis\b|\bare\b|'s\b|=|:)/i;

/** An assignment as code writes it, whatever the name is glued to: `airtableToken = …`, `"adobe_secret", "…"`. */
const ASSIGNED_SECRET =
  /(?:token|secret|passw(?:or)?d|api_?-?key|credential)s?["'`\])]*\s*(?:string\s*)?(?:=>|:=|\?=|[=:,])\s*["'`]?\S{6,}/i;

/** Short or cut keys, logins inside addresses, and long runs of mixed letters and digits. */
const KEY_SHAPES: readonly RegExp[] = [
  /\b(?:sk|pk|rk)[-_][A-Za-z0-9_-]{8,}|\bgh[pousr]_[A-Za-z0-9]{8,}|\bAIza[\w-]{20,}|\b(?:npm|hf)_[A-Za-z0-9]{16,}/,
  /-----BEGIN [A-Z ]+-----|\bssh-(?:rsa|ed25519) AAAA|\bBearer\s+[\w.~+/-]{12,}/i,
  /:\/\/[^\s/:@]+:[^\s/@]+@/,
  /\b(?=(?:[\w+/-]*\d){4})(?=[\w+/-]*[A-Za-z])[\w+/-]{16,}={0,2}|\b\d{13,}\b|\b[A-Za-z0-9+]{40,}/,
];

export function holdsSecret(text: string): boolean {
  return (
    looksLikeSecret(text) ||
    NAMED_SECRET.test(text) ||
    ASSIGNED_SECRET.test(text) ||
    KEY_SHAPES.some((shape) => shape.test(text))
  );
}
