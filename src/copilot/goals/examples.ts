/** Ids of what the examples speak of, as any id could be; tests put these things in place (`fixtures.ts`). */

import { stepIdOf } from './steps/step-id.ts';

const id = (tail: string): string => `00000000-0000-4000-8000-00000000${tail}`;

export const BLOG = id('a001');
export const GARDEN = id('a002');
/** Removed, and can be brought back. */
export const SHED = id('a003');
/** Milestones of the blog: the first is done. */
export const EXPORT_POSTS = id('a011');
export const NEW_THEME = id('a012');
export const REDIRECTS = id('a013');
/** Removed, and can be brought back. */
export const COMMENTS = id('a014');
/** A piece of evidence for the blog, and one that was taken back. */
export const DOMAIN_PAID = id('a021');
export const DRAFTS_READ = id('a022');
/** The suggestion to split the garden into milestones, and a decision on one. */
export const NEXT_OF_GARDEN = stepIdOf(GARDEN, 'plan', '');
export const DECLINED = id('a031');
