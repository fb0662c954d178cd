import { describe, expect, test } from 'vitest';
import type { GroundingPassage } from '../../../kernel/grounding.ts';
import { answerFromPacks, isLookup } from './passages.ts';
import { readQuestion } from './question.ts';

const aPassage = (text: string, about: Partial<GroundingPassage> = {}): GroundingPassage => ({
  id: 'homelab/one',
  kind: 'fact',
  text,
  citation: 'Homelab · one',
  source: 'House notebook',
  as_of: '',
  is_overdue: false,
  ...about,
});

test('a passage that speaks of all that was asked is the answer, cited with its source', () => {
  const answer = answerFromPacks('how long does the UPS carry the rack?', [
    aPassage('The UPS carries the rack for 18 minutes.'),
  ]);
  expect(answer).toEqual({
    text: 'The UPS carries the rack for 18 minutes.\n\nHomelab · one (House notebook)',
    passagesUsed: ['homelab/one'],
    isSure: true,
  });
});

test('one that speaks of half of it is said with a doubt, and one that only shares a word is not said', () => {
  const passages = [aPassage('The UPS stands in the hallway.')];
  expect(answerFromPacks('who repairs the UPS', passages)).toMatchObject({
    isSure: false,
    text: expect.stringMatching(/^I'm not sure, but/),
  });
  expect(answerFromPacks('who repairs a broken UPS of the garage door', passages)).toBeNull();
  expect(answerFromPacks('anything', [])).toBeNull();
});

test('who asks for an amount gets the passage with a number', () => {
  const passages = [
    aPassage('The UPS has to last, however long.', { id: 'a' }),
    aPassage('The UPS carries 18 minutes.', { id: 'b' }),
  ];
  expect(answerFromPacks('how long does the UPS last', passages)?.passagesUsed).toEqual(['b']);
});

test('“explain” asks, and is nothing a passage must hold', () => {
  const passages = [
    aPassage('EXPLAIN shows the plan.', { id: 'a' }),
    aPassage('MAJOR is for what breaks.', { id: 'b', citation: 'Technical · semver' }),
  ];
  expect(answerFromPacks('explain semver', passages)).toMatchObject({ passagesUsed: ['b'], isSure: true });
});

describe('only the person knows', () => {
  test.each(['where is my passport', 'what is my salary', 'which car do I have', 'do I like tea'])('%s', (said) => {
    expect(isLookup(readQuestion(said), said)).toBe(true);
  });
  test.each([
    'how often should I change my oil',
    'why does my pod restart',
    'what do I do if my pod is killed',
    'what is a TTL',
    'is it safe to reboot my pi',
  ])('not: %s', (said) => expect(isLookup(readQuestion(said), said)).toBe(false));
});
