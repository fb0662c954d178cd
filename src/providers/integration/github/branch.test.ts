import { expect, test } from 'vitest';
import { fittingBranches } from './branch.ts';

test.each([
  ['Add memory engine', ['main', 'feature/memory-engine'], ['feature/memory-engine']],
  ['Add memory engine', ['feature/memory-engine', 'add-memory-engine'], ['add-memory-engine']],
  ['fix(api): Error handling', ['fix/error-handling'], ['fix/error-handling']],
  ['Add memory engine', ['feature/memory-engine', 'fix/memory-engine'], ['feature/memory-engine', 'fix/memory-engine']],
  ['Add engine', ['engine-2', 'main'], []],
  ['!!!', ['main'], []],
])('"%s" among %j means %j', (title, names, meant) => {
  expect(fittingBranches(title, names)).toEqual(meant);
});
