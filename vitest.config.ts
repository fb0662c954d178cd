import { defineConfig } from 'vitest/config';

// Browsers, processes and databases on a shared machine: CI gives each test a second try, printed as such. There is
// none where people work.
const isCi = Boolean(process.env.CI);

/** Where an error was thrown: the first line of its stack that is not a library's. */
const originOf = (stack = ''): string =>
  stack.split('\n').find((line) => /^\s*at .*\/(src|test|tools|web)\//.test(line)) ?? '';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts', 'tools/**/*.test.ts', 'web/src/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    retry: isCi ? 1 : 0,
    // A failed try may leave behind an assertion that nobody awaits any more: it counts with that try. What the
    // program itself throws to nobody always fails the run.
    onUnhandledError: ({ stack }) => !(isCi && /\/test\/|\.test\.ts/.test(originOf(stack))),
  },
});
