/** What the examples of receipts speak of; `fixtures.ts` puts it in place. */
export const RUNG = '00000000-0000-4000-8000-00000000e4e1';
