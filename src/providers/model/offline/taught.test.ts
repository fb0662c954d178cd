import { describe, expect, test } from 'vitest';
import { act, aLanguage, says } from './fixtures.ts';
import { definitionIn, meantIn, unlearnIn } from './taught.ts';

test.each([
  ['No, I meant list my goals', 'list my goals'],
  ["that's not what I asked, pause the schedule", 'pause the schedule'],
  ['wrong – show the tasks', 'show the tasks'],
  ['not that: show the tasks', 'show the tasks'],
  ['no, on friday', 'on friday'],
  ['no', null],
  ['wrong', null],
  ['list my goals', null],
  ['I mean it', null],
  ['nothing is wrong here', null],
])('what is meant by “%s”: %s', (said, meant) => expect(meantIn(said)).toBe(meant));

test.each([
  ["when I say 'ship it' I mean deploy the blog", { say: 'ship it', mean: 'deploy the blog' }],
  ['If I say status, I mean “list my goals”.', { say: 'status', mean: 'list my goals' }],
  ['by "agenda" I mean what is scheduled', { say: 'agenda', mean: 'what is scheduled' }],
  ['the owner says X and means Y', null],
  ['when I say nothing, nothing happens', null],
])('a definition in “%s”', (said, taught) => expect(definitionIn(said)).toEqual(taught));

test('what is to be unlearned', () => {
  expect(unlearnIn('unlearn “ship it”')).toBe('ship it');
  expect(unlearnIn('unlearn the correction of status')).toBe('status');
  expect(unlearnIn('unlearn everything')).toBeNull();
});

describe('a guess that is not sure enough to act on', () => {
  const language = aLanguage({
    'put that down': { operation: 'goals.create', input: { title: 'x' }, confidence: 0.45 },
  });
  const question = 'Do you want me to do this: create a goal?';
  const before = ['put that down', question];

  test('is asked about, done after a yes, and dropped after a no', () => {
    expect(says('put that down', { language })).toBe(question);
    expect(act('yes', { language, before })).toMatchObject({ tool: 'goals_create', input: { title: 'x' } });
    expect(says('no', { language, before })).toBe('All right. Nothing has changed.');
  });

  test('is asked about beside its rival, and taken by its place or its words', () => {
    const torn = aLanguage({
      'tick it off': {
        operation: 'goals.complete',
        input: { id: 'x' },
        confidence: 0.4,
        rival: { operation: 'goals.create', input: { title: 'x' }, missing: [], confidence: 0.3 },
      },
    });
    const which = 'Which of these do you mean?\n1. Mark a goal as done\n2. Create a goal';
    const asked = { language: torn, before: ['tick it off', which] };
    expect(says('tick it off', { language: torn })).toBe(which);
    for (const answer of ['2', 'the second one', 'create a goal'])
      expect(act(answer, asked), answer).toMatchObject({ tool: 'goals_create', input: { title: 'x' } });
    expect(says('neither', asked)).toBe('All right. Nothing has changed.');
  });
});
