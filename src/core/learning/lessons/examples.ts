/** Ids of the lessons that examples speak of; `fixtures.ts` puts them there. */
export const SHIP_IT = '00000000-0000-4000-8000-00000000f1e1';
export const STANDUP = '00000000-0000-4000-8000-00000000f1e2';
