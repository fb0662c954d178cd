/** What the list of facts is narrowed to. */
import type { Fact } from '../../api/nima.ts';

/** What holds, what held once, what was forgotten and can still be brought back. */
export type Shelf = 'kept' | 'past' | 'removed';

export interface FactFilter {
  readonly query: string;
  readonly category: string | null;
  readonly source: Fact['source'] | null;
  readonly trust: Fact['trust'] | null;
  /** A day, `2024-05-17`: what was so then. */
  readonly asOf: string;
  readonly shelf: Shelf;
}

export const NO_FILTER: FactFilter = {
  query: '',
  category: null,
  source: null,
  trust: null,
  asOf: '',
  shelf: 'kept',
};
export const SOURCES = ['explicit', 'conversation', 'inferred'] as const satisfies readonly Fact['source'][];
/** Quarantined facts stand apart, above the list. */
export const TRUSTS = ['owner', 'derived', 'imported'] as const satisfies readonly Fact['trust'][];
