import { expect, test } from 'vitest';
import type { Persona } from '../../api/nima.ts';
import { changesOf, personaDraft } from './persona-draft.ts';

const persona: Persona = {
  name: 'Nima',
  summary: 'A calm engineer',
  personality: { voice: 'calm', tone: 'direct', style: ['short', 'plain'], values: ['truth'] },
  values: [],
  voice: [],
  rules: [],
  examples: [],
};

test('only what differs is sent, and an untouched form sends nothing', () => {
  const draft = personaDraft(persona);
  expect(changesOf(persona, { ...draft, style: 'short\n\nplain \n' })).toBeNull();
  expect(changesOf(persona, { ...draft, tone: 'warm', style: 'short\nplain\nwarm' })).toEqual({
    personality: { tone: 'warm', style: ['short', 'plain', 'warm'] },
  });
});
