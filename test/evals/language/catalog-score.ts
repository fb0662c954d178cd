/** Scores understanding against the real catalog, on one of the sets of phrasings written for it. */

import { buildCatalog } from '../../../src/kernel/catalog.ts';
import { createLanguage } from '../../../src/platform/language/language.ts';
import { languageFolder, modulesOfNima } from '../../support/catalog.ts';
import { NOW, readPhrasings, readTalk, type Score, score } from './score.ts';

/** `catalog-*` were written with the rules in sight, one half held back; `fresh-held-back` by somebody who saw neither rules nor examples. */
export type CatalogSet = 'catalog-tuning' | 'catalog-held-back' | 'fresh-held-back';

export interface CatalogScore extends Score {
  readonly operations: number;
  readonly sentences: number;
  readonly talkSentences: number;
}

export function scoreCatalog(set: CatalogSet): CatalogScore {
  const modules = modulesOfNima();
  const operations = [...buildCatalog(modules).operations.values()];
  // What "make build" learned, as people have it; learned here where it is missing.
  const language = createLanguage(operations, {
    now: () => NOW,
    modules,
    folder: languageFolder(),
  });
  const phrasings = readPhrasings(`${set}.tsv`);
  const talk = readTalk(`${set}-talk.txt`);
  score(language, phrasings, []); // a running Nima is warm; so is the clock below
  const offered = operations.filter(({ offeredIn }) => offeredIn.includes('chat')).length;
  const counts = { operations: offered, sentences: phrasings.length, talkSentences: talk.length };
  return { ...score(language, phrasings, talk), ...counts };
}
