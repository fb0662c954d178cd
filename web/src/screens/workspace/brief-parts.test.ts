import { expect, test } from 'vitest';
import { linesOf } from './brief-parts.ts';

test('each statement stands on its line, with the numbers of its sources and names set apart', () => {
  expect(linesOf('- Last commit today: “Fix” by Ana [1].\n- Open: write it (`TODO.md`) [2]')).toEqual([
    [
      { kind: 'text', text: 'Last commit today: “Fix” by Ana ' },
      { kind: 'source', text: '1' },
      { kind: 'text', text: '.' },
    ],
    [
      { kind: 'text', text: 'Open: write it (' },
      { kind: 'code', text: 'TODO.md' },
      { kind: 'text', text: ') ' },
      { kind: 'source', text: '2' },
    ],
  ]);
});
