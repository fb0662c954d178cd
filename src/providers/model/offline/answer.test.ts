import { describe, expect, test } from 'vitest';
import { act, says } from './fixtures.ts';

/** One person's memory; every question below is asked against all of it. */
const FACTS = [
  'Prefers dark mode',
  'Has a cat called Miso',
  'Lives in Lisbon',
  'Works at Acme as a platform engineer',
  'Uses Neovim as editor',
  'The API runs on port 8002',
  'We use Postgres in production',
  'Marta reviews all migrations',
  'Sister is called Ana',
  'Birthday is on 3 May',
  'Allergic to peanuts',
  'Drinks coffee in the morning',
  'The standup is at 9:30',
  'Chose SQLite because it needs no server',
  'Backups run on Sundays',
  'The router is in the hallway closet',
  'Dislikes meetings on Fridays',
  'Deploys the frontend with Flux',
  'Deploys go out on Tuesdays',
  'Main project is ElderTree, a Raspberry Pi cluster',
  'Daughter Emma was born in 2019',
  'Car is a Golf',
];

describe('what memory answers', () => {
  test.each([
    ['Do I prefer dark mode?', 'You prefer dark mode.'],
    ["What is my cat's name?", 'You have a cat called Miso.'],
    ['what is my cat called', 'You have a cat called Miso.'],
    ['Do I have a cat?', 'You have a cat called Miso.'],
    ['Where do I live?', 'You live in Lisbon.'],
    ['where is my home?', 'You live in Lisbon.'],
    ['Where do I work?', 'You work at Acme as a platform engineer.'],
    ['Which editor do I use?', 'You use Neovim as editor.'],
    ["What's my favourite editor", "I'm not sure, but this may help: You use Neovim as editor."],
    ['What port does the API run on?', 'The API runs on port 8002.'],
    ['which port is the API on?', 'The API runs on port 8002.'],
    ['Which database do we use in production?', 'You use Postgres in production.'],
    ['Who reviews migrations?', 'Marta reviews all migrations.'],
    ['Who is Marta?', 'Marta reviews all migrations.'],
    ["What is my sister's name?", 'Sister is called Ana.'],
    ['When is my birthday?', 'Birthday is on 3 May.'],
    ['What am I allergic to?', 'Allergic to peanuts.'],
    ['What do I drink in the morning?', 'You drink coffee in the morning.'],
    ['When is the standup?', 'The standup is at 9:30.'],
    ['what time is the standup?', 'The standup is at 9:30.'],
    ['Why did we choose SQLite?', 'Chose SQLite because it needs no server.'],
    ['When do backups run?', 'Backups run on Sundays.'],
    ['Where is the router?', 'The router is in the hallway closet.'],
    ['do you remember where the router is?', 'The router is in the hallway closet.'],
    ['Can you tell me where the router is?', 'The router is in the hallway closet.'],
    ['Do I like meetings on Fridays?', 'You dislike meetings on Fridays.'],
    ['How do I deploy the frontend?', 'You deploy the frontend with Flux.'],
    ['Should I deploy the frontend on Fridays?', "I'm not sure, but"],
    ['What do you know about the router?', 'The router is in the hallway closet.'],
    ['When do we deploy?', 'Deploys go out on Tuesdays.'],
    ['What is ElderTree?', 'Main project is ElderTree, a Raspberry Pi cluster.'],
    ['When was Emma born?', 'Daughter Emma was born in 2019.'],
    ['What car do I have?', 'Car is a Golf.'],
    ['tell me about Marta', 'Marta reviews all migrations.'],
  ])('%s → %s', (question, answer) => {
    const said = says(question, { facts: FACTS });
    if (answer.startsWith("I'm not sure")) expect(said).toContain(answer);
    else expect(said).toBe(answer);
  });
});

describe('what memory does not answer is admitted', () => {
  test.each([
    'What is my dog called?',
    "What is my brother's name?",
    'Where does my sister live?',
    'Where do my parents live?',
    'What is my name?',
    'Which shell do I use?',
    'Which keyboard do I use?',
    'What port does the database run on?',
    'When is the release?',
    'When is the retrospective?',
    'Who wrote the frontend?',
    'Who is Pedro?',
    'What colour is my car?',
    'How many nodes are in the cluster?',
    'How old am I?',
    'What is the capital of France?',
    'What is Postgres?',
    'What is Lisbon?',
    'Who is the president of Portugal?',
    'What is 2 + 2?',
    'How does Flux work?',
    'How tall is Mount Everest?',
    'What is the weather in Berlin?',
    'Why is the sky blue?',
    'Where is the nearest pharmacy?',
    'What did I eat yesterday?',
    'Do I have a boat?',
    'What is my password?',
    'Where was I born?',
    'What do I think about Kubernetes?',
    'Is the moon made of cheese?',
  ])('%s', (question) => {
    const next = act(question, { facts: FACTS });
    expect(next).toMatchObject({ type: 'say', text: expect.stringMatching(/^I don't know that/), factsUsed: [] });
  });
});

test('names the facts an answer was made from, and no others', () => {
  const facts = ['Prefers tabs', 'Has a cat called Miso'];
  expect(act('What is my cat called?', { facts })).toMatchObject({ factsUsed: ['f1'], turnsUsed: [] });
});

test('reads words that are names of program parts', () => {
  expect(says('What does the constructor do?', { facts: ['Constructor is slow', 'ToString is fast'] })).toBeTypeOf(
    'string',
  );
});

test('says all that fits an open question', () => {
  const facts = ['Prefers dark mode', 'Prefers tabs over spaces', 'Lives in Lisbon'];
  expect(says('What do I prefer?', { facts })).toBe('- You prefer dark mode.\n- You prefer tabs over spaces.');
});

describe('words said before', () => {
  test('are quoted with their day', () => {
    const turns = [{ text: 'Anyway. We moved the standup to 10:15. Is that fine?' }];
    expect(act('When is the standup?', { turns })).toEqual({
      type: 'say',
      text: 'You said on 3 Nov: “We moved the standup to 10:15.”',
      factsUsed: [],
      turnsUsed: ['t0'],
    });
  });

  test('carry the year when it is not this one', () => {
    const turns = [{ text: 'The standup is at 10:15.', when: '2024-02-01' }];
    expect(says('When is the standup?', { turns })).toBe('You said on 1 Feb 2024: “The standup is at 10:15.”');
  });

  test('count only when the person said them, not when Nima did or when they were a question', () => {
    const turns = [{ text: 'The standup is at 10:15.', speaker: 'assistant' }, { text: 'Is the standup at 11:00?' }];
    expect(says('When is the standup?', { turns })).toMatch(/^I don't know/);
  });

  test('in this conversation count at once, before anything was extracted from them', () => {
    const before = ['my cat is called Miso', 'Noted.'];
    expect(says('What is my cat called?', { before })).toBe('Your cat is called Miso.');
  });
});

describe('what do you know about me', () => {
  const fact = (id: string, text: string, category: string) => ({
    id,
    text,
    category,
    source: 'chat',
    when: '2026-10-01',
  });
  const facts = [
    fact('a', 'Prefers dark mode', 'preferences'),
    fact('b', 'Lives in Lisbon', 'identity'),
    fact('c', 'Likes tea', 'preferences'),
  ];

  test.each([
    'What do you know about me?',
    'what do you remember about me',
    'tell me about me',
    'What do you know?',
  ])('%s lists all of it by category', (question) => {
    expect(act(question, { facts })).toMatchObject({
      text: 'This is what I know:\n\nPreferences:\n- You prefer dark mode.\n- You like tea.\n\nIdentity:\n- You live in Lisbon.',
      factsUsed: ['a', 'b', 'c'],
    });
  });

  test('asks the memory itself before claiming to know nothing', () => {
    expect(act('What do you know about me?')).toMatchObject({ type: 'call', tool: 'memory_facts_list' });
    expect(says('What do you know about me?', { tools: false })).toMatch(/^I know nothing about you yet/);
  });
});

test.each([
  ['I prefer tabs', 'You prefer tabs.'],
  ["I'm allergic to nuts", 'You are allergic to nuts.'],
  ['My cat is called Miso', 'Your cat is called Miso.'],
  ['User prefers tea', 'You prefer tea.'],
  ["User's cat is called Miso", 'Your cat is called Miso.'],
  ['Prefers tea in his mug', 'Prefers tea in his mug.'],
])('a fact kept as “%s” is said as “%s”', (kept, said) => {
  expect(says('what do you know about me', { facts: [kept] })).toBe(`This is what I know:\n\n- ${said}`);
});
