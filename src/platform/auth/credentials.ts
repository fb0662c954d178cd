/** Where a token travels: the Authorization header, or a cookie that scripts cannot read. Never the address. */
import type { Headers } from './guard.ts';

export const SESSION_COOKIE = 'nima_session';
/** Browsers keep no cookie longer than 400 days. */
const COOKIE_SECONDS_MAX = 400 * 86_400;

export function bearerOf(headers: Headers): string | null {
  const match = /^bearer +(\S+)$/i.exec(headers('authorization') ?? '');
  return match?.[1] ?? null;
}

export function sessionOf(headers: Headers): string | null {
  const cookies = headers('cookie');
  if (cookies === undefined) return null;
  for (const pair of cookies.split(';')) {
    const [name, value] = pair.trim().split('=', 2);
    if (name === SESSION_COOKIE && value) return value;
  }
  return null;
}

/** Over TLS, to here or to the proxy before us. */
export function isSecure({ isTls, headers }: { readonly isTls: boolean; readonly headers: Headers }): boolean {
  return isTls || /^https:/i.test(headers('origin') ?? '') || headers('x-forwarded-proto') === 'https';
}

function cookie(value: string, seconds: number, secure: boolean): string {
  const age = Math.max(0, Math.min(Math.floor(seconds), COOKIE_SECONDS_MAX));
  return `${SESSION_COOKIE}=${value}; Path=/; Max-Age=${age}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`;
}

/** The Set-Cookie line that keeps a browser signed in for `seconds`. */
export const keepSession = (token: string, seconds: number, secure: boolean): string => cookie(token, seconds, secure);

/** The Set-Cookie line that makes a browser forget its session. */
export const forgetSession = (secure: boolean): string => cookie('', 0, secure);
