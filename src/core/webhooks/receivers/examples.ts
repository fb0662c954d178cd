/** What the examples of receivers speak of; `fixtures.ts` puts it in place. */
export const DOORBELL = '00000000-0000-4000-8000-00000000e3e1';
export const OLD_SENSOR = '00000000-0000-4000-8000-00000000e3e2';

/** `{ say, input, refers }` for a sentence that describes the receiver instead of giving its id. */
export const about = (say: string, words: string, id: string) => ({ say, input: { id }, refers: { id: words } });
