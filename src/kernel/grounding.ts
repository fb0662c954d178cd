/** What the offline model answers from: the memory and passages recalled for a question, and what its owner taught. */
import type { Correction } from './ports.ts';

/** What the offline model needs beside the prompt; other models have it in the system text. */
export interface Grounding {
  /** The time asked about, as the question words it: then the facts are what was so then. */
  readonly timeAsked?: string;
  readonly facts: readonly GroundingFact[];
  readonly turns: readonly { id: string; text: string; speaker: string; when: string }[];
  /** What knowledge packs say on the question, best first. */
  readonly passages?: readonly GroundingPassage[];
  /** What the owner's sentences mean by their own word, oldest first. */
  readonly corrections?: readonly GroundingCorrection[];
}

/** What the owner taught, with their own words for what they mean. */
export interface GroundingCorrection extends Correction {
  /** A sentence that says the same and is understood; null when only the operation is known. */
  readonly mean: string | null;
}

/** Something remembered. */
export interface GroundingFact {
  readonly id: string;
  readonly text: string;
  readonly source: string;
  readonly when: string;
  readonly category?: string;
  /** It is of the very thing the question asks for, and the current word on it. */
  readonly answers?: boolean;
}

/** A fact or rule of a knowledge pack, with the words to cite it by. */
export interface GroundingPassage {
  /** Pack and fact: `technical/dns-ttl`. */
  readonly id: string;
  readonly kind: 'fact' | 'rule';
  readonly text: string;
  /** `Technical · dns-ttl, 2025-06`. */
  readonly citation: string;
  /** Title of its source; empty for none. */
  readonly source: string;
  /** When it was true; empty where it does not age. */
  readonly as_of: string;
  /** Its date of review has passed. */
  readonly is_overdue: boolean;
}
