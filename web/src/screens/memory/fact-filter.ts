/** What the list of facts is narrowed to. */
import type { Fact } from '../../api/nima.ts';

export interface FactFilter {
  readonly query: string;
  readonly category: string | null;
  readonly source: Fact['source'] | null;
  readonly trust: Fact['trust'] | null;
  readonly isRemoved: boolean;
}

export const NO_FILTER: FactFilter = { query: '', category: null, source: null, trust: null, isRemoved: false };
export const SOURCES = ['explicit', 'conversation', 'inferred'] as const satisfies readonly Fact['source'][];
export const TRUSTS = ['owner', 'derived', 'imported', 'quarantined'] as const satisfies readonly Fact['trust'][];
