import { expect, test } from 'vitest';
import { Lexicon } from './lexicon.ts';
import { isNegated } from './negation.ts';
import { readSentence } from './sentence.ts';

const lexicon = new Lexicon();
const forbids = (say: string) => isNegated(readSentence(say, lexicon, { now: () => 0, timeZone: 'UTC' }));

test.each([
  'do not mark the milestone redirects done',
  "please don't delete the goal",
  'never restart the web',
  'no need to remind me',
])('“%s” forbids', (say) => expect(forbids(say)).toBe(true));

test.each([
  "don't forget that we deploy on Thursdays",
  'please delete the goal',
  'which alerts do not matter',
])('“%s” forbids nothing', (say) => expect(forbids(say)).toBe(false));
