/** Recognizes text that carries a password or key, so that it is refused instead of remembered. Pure. */

const PATTERNS: readonly RegExp[] = [
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(?:sk|pk|rk)[-_](?:live|test|ant|proj)?[-_]?[A-Za-z0-9_-]{16,}/,
  /\bgh[pousr]_[A-Za-z0-9]{20,}\b/,
  /\bgithub_pat_\w{20,}/,
  /\bglpat-[\w-]{16,}/,
  /\bxox[abprs]-[\w-]{10,}/,
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/,
  /\bnima_[\w-]{30,}/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]{5,}/,
  // Where a password is kept may be remembered; what follows "is" counts as one unless it starts to say where or how.
  /\b(?:password|passwort|passphrase|secret key|api key|token|pin)\b\s*(?:is|=|:)\s*(?!(?:in|on|at|under|behind|inside|with|kept|stored|saved|written|managed|rotated|changed|not|never|no|required|needed)\b)\S+/i,
];

export const looksLikeSecret = (text: string): boolean => PATTERNS.some((pattern) => pattern.test(text));
