/** What a told sentence says in full: the claim, since and until when, and what it does to what is known. Pure. */
import { extractFacts } from '../extract/patterns.ts';
import type { Change } from './change-words.ts';
import { type Claim, claimOf } from './claim.ts';
import { type Timing, UNTIMED } from './timing.ts';

export interface Reading {
  readonly claim: Claim | null;
  readonly timing: Timing;
  readonly change: Change;
  /** Told as a change, so that it replaces even what could stand beside it. */
  readonly isNews: boolean;
  readonly onlyIfKnown: boolean;
}

/** Reads a text somebody wants remembered in its own words; several statements in one claim nothing together. */
export function readingOf(text: string, at: number): Reading {
  const [only, ...others] = extractFacts(text, at);
  if (only && others.length === 0) return only.reading;
  const claim = others.length > 0 ? null : claimOf(text);
  return { claim, timing: UNTIMED, change: { type: 'state' }, isNews: false, onlyIfKnown: false };
}
