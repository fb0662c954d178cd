/** Scores understanding against the real catalog, on one half of the phrasings written for it: `tuning` or `held-back`. */

import { buildCatalog } from '../../../src/kernel/catalog.ts';
import { createLanguage } from '../../../src/platform/language/language.ts';
import { readPhrasings as readSaid } from '../../../src/platform/language/phrasings.ts';
import { modulesOfNima } from '../../support/catalog.ts';
import { NOW, readPhrasings, readTalk, type Score, score } from './score.ts';

export interface CatalogScore extends Score {
  readonly operations: number;
  readonly sentences: number;
  readonly talkSentences: number;
  readonly learnedMs: number;
}

export function scoreCatalog(half: 'tuning' | 'held-back'): CatalogScore {
  const modules = modulesOfNima();
  const operations = [...buildCatalog(modules).operations.values()];
  const startedAt = performance.now();
  const language = createLanguage(operations, { now: () => NOW, phrasings: readSaid(modules) });
  const learnedMs = performance.now() - startedAt;
  const phrasings = readPhrasings(`catalog-${half}.tsv`);
  const talk = readTalk(`catalog-${half}-talk.txt`);
  score(language, phrasings, []); // a running Nima is warm; so is the clock below
  const offered = operations.filter(({ offeredIn }) => offeredIn.includes('chat')).length;
  const counts = { operations: offered, sentences: phrasings.length, talkSentences: talk.length, learnedMs };
  return { ...score(language, phrasings, talk), ...counts };
}
