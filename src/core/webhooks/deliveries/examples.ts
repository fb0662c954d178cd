/** What the examples of deliveries speak of; `fixtures.ts` puts it in place. */
export const GIVEN_UP = '00000000-0000-4000-8000-00000000e2e1';
