import { expect, test } from 'vitest';
import { paintFor } from './paint.ts';
import { outputText } from './present.ts';

const room = (columns = Number.POSITIVE_INFINITY) => ({ paint: paintFor(false), columns });
const id = '01a1fbb5-5ce3-7000-8eda-352f1b0a19bc';
const aFact = {
  id,
  user_id: id,
  fact: 'the router is in the hallway closet',
  category: 'infrastructure',
  trust: 'owner',
};

test('a list is a table with its figures below', () => {
  expect(outputText({ facts: [aFact], total: 1 }, room())).toBe(
    [
      `id                                    fact                                 category        trust`,
      `${id}  the router is in the hallway closet  infrastructure  owner`,
      'total: 1',
    ].join('\n'),
  );
});

test('a narrow terminal keeps the id and the text, and leaves out ids of other things first', () => {
  const [head, row] = outputText({ facts: [aFact] }, room(80)).split('\n');
  expect(head).toMatch(/^id +fact +category$|^id +fact +category +trust$/);
  expect(row?.length).toBeLessThanOrEqual(80);
  expect(row).toContain(id);
  expect(row).toContain('the router is');
});

test('one thing is its fields, what is in it below, sentences on lines of their own', () => {
  const thing = {
    id: 'p1',
    name: null,
    isOn: true,
    rules: ['Answer in one sentence when one is enough.', 'Say what can be done, calmly.'],
  };
  expect(outputText({ ...thing, voice: { tone: 'direct' } }, room())).toBe(
    [
      'id     p1',
      'name   –',
      'isOn   yes',
      'rules  Answer in one sentence when one is enough.',
      '       Say what can be done, calmly.',
      'voice',
      '  tone  direct',
    ].join('\n'),
  );
});

test.each([
  [{ facts: [] }, 'No facts.'],
  [{}, 'Done.'],
  [[{ a: 1 }], 'a\n1'],
  ['text', 'text'],
])('%o reads %s', (output, text) => expect(outputText(output, room())).toBe(text));
