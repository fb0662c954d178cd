import { describe, expect, test } from 'vitest';
import { act, aLanguage, says } from './fixtures.ts';

const DARK = '5b2c8f0e-93d1-4c1e-8a77-2f1f6f0b9c11';
const TEA = '6b2c8f0e-93d1-4c1e-8a77-2f1f6f0b9c12';
const GREEN = '7b2c8f0e-93d1-4c1e-8a77-2f1f6f0b9c13';
const json = (value: unknown) => ({ type: 'json', value });
const listed = (...facts: object[]) => ({ tool: 'memory_facts_list', output: json({ facts, total: facts.length }) });

const FORGET = 'forget that I prefer tea';
const language = aLanguage({
  'remember that I like tea': { operation: 'memory.facts.create', input: { fact: 'I like tea' } },
  [FORGET]: { operation: 'memory.facts.remove', missing: ['id'], refers: { id: 'I prefer tea' } },
  'forget about dark mode': { operation: 'memory.facts.remove', input: { id: 'dark mode' } },
  'list my goals': { operation: 'goals.list' },
  'create a goal': { operation: 'goals.create', missing: ['title'] },
  'complete the migration goal': { operation: 'goals.complete', refers: { id: 'migration' }, missing: ['id'] },
  'activate the finances pack': { operation: 'knowledge.packs.activate', input: { id: 'finances' } },
  'run a task to clean docker': { operation: 'tasks.execute', input: { instruction: 'clean docker' } },
  'maybe a goal': { operation: 'goals.create', input: { title: 'x' }, confidence: 0.3 },
});

describe('commands', () => {
  test('call their tool', () => {
    expect(act('remember that I like tea', { language })).toEqual({
      type: 'call',
      tool: 'memory_facts_create',
      input: { fact: 'I like tea' },
    });
  });

  test('are not called when they are not offered, or only guessed', () => {
    expect(act('remember that I like tea', { language, tools: false }).type).toBe('say');
    expect(act('maybe a goal', { language }).type).toBe('say');
  });

  test('ask for what is missing in one short question, and take the answer', () => {
    expect(says('create a goal', { language })).toBe('What should the title be?');
    const before = ['create a goal', 'What should the title be?'];
    expect(act('Migrate off Jenkins.', { language, before })).toMatchObject({
      tool: 'goals_create',
      input: { title: 'Migrate off Jenkins' },
    });
    expect(says('never mind', { language, before })).toBe('All right. Nothing has changed.');
  });

  test('keep an id that is a word', () => {
    expect(act('activate the finances pack', { language })).toMatchObject({ input: { id: 'finances' } });
  });
});

describe('a thing described instead of named', () => {
  test('is looked up first', () => {
    expect(act(FORGET, { language })).toEqual({
      type: 'call',
      tool: 'memory_facts_list',
      input: { query: 'I prefer tea', limit: 5 },
    });
    expect(act('forget about dark mode', { language })).toMatchObject({ input: { query: 'dark mode' } });
  });

  test('is looked up in a list that cannot be searched', () => {
    expect(act('complete the migration goal', { language })).toMatchObject({ tool: 'goals_list', input: {} });
  });

  test('is taken when one is clearly meant', () => {
    const steps = [listed({ id: DARK, fact: 'Prefers dark mode' }, { id: TEA, fact: 'Prefers tea' })];
    expect(act(FORGET, { language, steps })).toEqual({
      type: 'call',
      tool: 'memory_facts_remove',
      input: { id: TEA },
    });
  });

  test('is asked about when several may be meant, and the answer is understood', () => {
    const tea = { id: TEA, fact: 'Prefers tea in the morning' };
    const green = { id: GREEN, fact: 'Prefers tea without sugar' };
    const question = says(FORGET, { language, steps: [listed(tea, green)] });
    expect(question).toBe('Which one do you mean?\n\n1. Prefers tea in the morning\n2. Prefers tea without sugar');

    const before = [FORGET, question];
    for (const answer of ['2', 'the second one', 'the last', 'the one without sugar']) {
      const lookup = act(answer, { language, before });
      expect(lookup).toMatchObject({ tool: 'memory_facts_list', input: { query: 'Prefers tea without sugar' } });
      expect(act(answer, { language, before, steps: [listed(tea, green)] })).toMatchObject({ input: { id: GREEN } });
    }
    expect(says('neither', { language, before })).toBe('All right. Nothing has changed.');
  });

  test('is not found when nothing resembles it', () => {
    const text = 'I found nothing like “I prefer tea”. Nothing has changed.';
    expect(says(FORGET, { language, steps: [listed()] })).toBe(text);
    expect(says(FORGET, { language, steps: [listed({ id: DARK, fact: 'The API runs on 8002' })] })).toBe(text);
  });

  test('is named in the end, though the output may not', () => {
    const found = listed({ id: TEA, fact: 'Prefers tea' });
    const removed = { tool: 'memory_facts_remove', input: { id: TEA }, output: json({}) };
    expect(says(FORGET, { language, steps: [found, removed] })).toBe('Done. Removed “Prefers tea”.');
  });

  test('says so when the search itself fails', () => {
    const steps = [
      { tool: 'memory_facts_list', output: { type: 'error-json', value: { error: 'The database is busy.' } } },
    ];
    expect(says(FORGET, { language, steps })).toBe('The database is busy.');
  });
});

describe('what came of a tool', () => {
  const after = (tool: string, output: object, input = {}) => says('do it', { steps: [{ tool, input, output }] });

  test.each([
    ['a new thing', 'memory_facts_create', json({ id: TEA, fact: 'Likes tea' }), 'Done. Saved “Likes tea”.'],
    [
      'a state',
      'goals_complete',
      json({ id: TEA, title: 'Off Jenkins', status: 'done' }),
      'Done: “Off Jenkins” is done.',
    ],
    [
      'a start',
      'tasks_execute',
      json({ instruction: 'clean docker', status: 'queued' }),
      'Started “clean docker”. It is queued.',
    ],
    ['an empty list', 'goals_list', json({ goals: [] }), 'I found nothing.'],
    [
      'a list',
      'goals_list',
      json({
        goals: [{ title: 'Off Jenkins', status: 'open', due_on: '2026-12-24' }, { title: 'Learn Rust' }],
        total: 12,
      }),
      'I found 12:\n\n- Off Jenkins (open, due 24 Dec)\n- Learn Rust\n\nAnd 10 more.',
    ],
    [
      'an object',
      'goals_list',
      json({ id: TEA, freeBytes: 12, isReady: true, checked_at: '2026-11-03T10:00:00Z', disk: { used: 3 } }),
      'Free bytes: 12\nIs ready: yes\nChecked at: 3 Nov\nDisk: used 3',
    ],
    ['words', 'goals_list', { type: 'text', value: 'all fine' }, 'All fine.'],
    [
      'an approval',
      'tasks_execute',
      json({ approval: 'pending' }),
      'This needs your approval first. Nothing has changed yet.',
    ],
    ['a refusal', 'tasks_execute', { type: 'execution-denied' }, 'It was not approved.'],
    [
      'a failure',
      'goals_create',
      { type: 'error-json', value: { error: 'You have 10 of 10 goals.' } },
      'You have 10 of 10 goals.',
    ],
    ['a failure in words', 'goals_create', { type: 'error-text', value: 'no room' }, 'No room.'],
    ['nothing removed', 'memory_facts_remove', json({ removed: 0 }), 'Nothing has changed.'],
    [
      'a bad end',
      'tasks_execute',
      json({ status: 'failed', error: 'no disk space' }),
      'It did not work: No disk space.',
    ],
    ['a tool nobody knows', 'machine_reboot', json(null), 'Done.'],
  ])('%s', (_, tool, output, text) => {
    expect(after(tool, output)).toBe(text);
  });
});

describe('conversation', () => {
  test.each([
    ['Hello', 'Hello. What are we working on?'],
    ['hey nima!', 'Hello. What are we working on?'],
    ['Thanks a lot!', 'You are welcome.'],
    ['ok', 'Good.'],
    ['How are you?', 'Calm, thank you. What do you need?'],
    ['Who are you?', 'I am Nima, your engineering copilot.'],
    ['I prefer tea', 'Noted.'],
    ['my cat is called Miso', 'Noted.'],
    ['Marta reviews all migrations', 'Noted.'],
    ['From now on we deploy on Tuesdays.', 'Noted.'],
    ['My Pi cluster is running out of memory', "I'm not sure what causes that"],
    ['the build fails on arm64', "I'm not sure what causes that"],
    ['Write a poem about the sea', "I'm not sure what to do with that"],
    ['reticulate splines', "I'm not sure what to do with that"],
    ['', "I'm not sure what to do with that"],
  ])('“%s” → “%s”', (said, answer) => {
    expect(says(said)).toContain(answer);
  });

  test('“what can you do” names what is offered, one line for each part of Nima', () => {
    const text = says('What can you do?');
    expect(text.match(/^- /gm)).toHaveLength(4);
    expect(text).toContain('- Remember something\n- Create a goal.');
    expect(says('help', { tools: false })).not.toContain('- ');
  });

  test('never raises its voice and never claims to have stored what was only said', () => {
    for (const said of ['Hello', 'Thanks', 'I prefer tea', 'help', 'Who are you?', 'What is love?', 'Buy milk']) {
      expect(says(said)).not.toMatch(/!|saved|stored|remembered/i);
    }
  });
});
