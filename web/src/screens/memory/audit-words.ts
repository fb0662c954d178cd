/** What an audit found, and what mending it does and how it is taken back, in words and calls. Pure. */
import type { Finding } from '../../api/nima.ts';

export const PROBLEMS: Readonly<Record<Finding['problem'], string>> = {
  duplicate: 'twice',
  'near-duplicate': 'nearly twice',
  loop: 'echo',
  secret: 'secret',
  stale: 'stale',
  unsupported: 'rests on nothing',
  contradiction: 'contradiction',
};

interface Mending {
  /** On the button. */
  readonly act: string;
  /** What will change, before it does. */
  readonly preview: string;
  readonly said: string;
  /** The operation that takes it back, given the id of the fix or of its result. */
  readonly undo: { readonly operation: string; readonly of: 'input' | 'result' } | null;
}

const MENDINGS: Readonly<Record<string, Mending>> = {
  'memory.facts.merge': {
    act: 'Merge',
    preview: 'They become one fact, with the evidence of all.',
    said: 'Merged',
    undo: { operation: 'memory.facts.split', of: 'result' },
  },
  'memory.facts.remove': {
    act: 'Forget',
    preview: 'It is forgotten, and can be brought back for 30 days.',
    said: 'Forgotten',
    undo: { operation: 'memory.facts.restore', of: 'input' },
  },
};

export function mendingOf({ fix }: Finding): Mending | null {
  if (!fix) return null;
  const unknown = { act: 'Mend', preview: `Calls ${fix.operation}.`, said: 'Mended', undo: null };
  return MENDINGS[fix.operation] ?? unknown;
}
