/** What the examples of endpoints speak of; `fixtures.ts` puts it in place. */
export const BUILD_BOARD = '00000000-0000-4000-8000-00000000e1e1';
export const OLD_DASHBOARD = '00000000-0000-4000-8000-00000000e1e2';

/** `{ say, input, refers }` for a sentence that describes the endpoint instead of giving its id. */
export const about = <I extends object>(say: string, words: string, input: I) => ({
  say,
  input,
  refers: { id: words },
});
