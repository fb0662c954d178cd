import { describe, expect, test } from 'vitest';
import { datesNamed, dateTerms } from './dates.ts';
import { Names } from './names.ts';
import { readQuestion } from './question.ts';
import { guessTerms, slipsBetween } from './spelling.ts';
import { TELLS_AMOUNT, TELLS_TIME, Tokenizer } from './tokens.ts';

describe('reading a text', () => {
  const { read } = { read: (text: string) => new Tokenizer().read(text) };

  test('forms of one word become one term, stop-words none', () => {
    expect(read('She went, is going and goes').terms).toEqual(['go', 'go', 'go']);
    expect(read('Kids and children').terms).toEqual(['child', 'child']);
    expect(read("What's that? It isn't them").terms).toEqual([]);
  });

  test('accents and letters of other scripts are kept apart from punctuation', () => {
    expect(read('café Café CAFE').terms).toEqual(['cafe', 'cafe', 'cafe']);
    expect(read('Привет, мир').terms).toHaveLength(2);
  });

  test('a question tells nothing; a sentence beside it does', () => {
    expect(read('Where did you buy the lamp?').told).toBe(0);
    expect(read('I bought a lamp. Do you like lamps?').told).toBe(2);
  });

  test('says whether it tells a time or an amount', () => {
    expect(read('I moved last week').tells).toBe(TELLS_TIME);
    expect(read('I own three bikes').tells).toBe(TELLS_AMOUNT);
    expect(read('Since 2019').tells).toBe(TELLS_TIME | TELLS_AMOUNT);
  });
});

describe('reading a question', () => {
  function ask(text: string) {
    const speakers = new Names();
    for (const name of ['Ada Lovelace', 'Ben', 'Ann Hill', 'Joe Hill', 'You']) speakers.use(name);
    const { speaker, wants, weights } = readQuestion(text, speakers, new Tokenizer());
    return { speaker: ['Ada Lovelace', 'Ben', 'Ann Hill', 'Joe Hill', 'You'][speaker], wants, weights };
  }

  test('knows whom it is about: the one it names first, if the name is one person’s', () => {
    expect(ask("What is Ada's plan?").speaker).toBe('Ada Lovelace');
    expect(ask('What did Ben give to Ada?').speaker).toBe('Ben');
    expect(ask('What did Hill say?').speaker).toBeUndefined();
    expect(ask('What did you say?').speaker).toBeUndefined();
  });

  test('a name weighs less than a word', () => {
    expect([...ask('Ada and the lamp').weights.values()]).toEqual([0.25, 1]);
  });

  test('knows what kind of answer it wants', () => {
    expect(ask('When did Ben leave?').wants).toBe(TELLS_TIME);
    expect(ask('How many lamps?').wants).toBe(TELLS_AMOUNT);
    expect(ask('Where is the lamp?').wants).toBe(0);
  });
});

describe('dates', () => {
  test('a date named is the date of a time', () => {
    const terms = dateTerms(Date.UTC(2024, 4, 3, 12));
    expect(terms).toEqual(['@5', '@2024', '@5-3']);
    expect(datesNamed('on 3 May 2024').sort()).toEqual([...terms].sort());
    expect(datesNamed('on May 3rd, 2024').sort()).toEqual([...terms].sort());
  });

  test('"may" in lower case is a verb', () => {
    expect(datesNamed('may I ask')).toEqual([]);
    expect(datesNamed('in june')).toEqual(['@6']);
  });
});

describe('spelling', () => {
  const guess = (word: string, ...known: string[]) => {
    const vocabulary = new Names();
    for (const term of known) vocabulary.use(term);
    return guessTerms(word, vocabulary).map(([term]) => term);
  };

  test('a slip is a letter too many, too few, wrong, or swapped', () => {
    expect(['cofee', 'cooffee', 'coffae', 'cofefe', 'tea'].map((word) => slipsBetween(word, 'coffee', 2))).toEqual([
      1, 1, 1, 1, 3,
    ]);
  });

  test('the nearest are guessed; a beginning of many words is no guess', () => {
    expect(guess('kubernets', 'kubernet', 'kuberoom', 'docker')).toEqual(['kubernet']);
    expect(guess('conf', 'configur', 'docker')).toEqual(['configur']);
    expect(guess('con', 'cone', 'cons', 'cona', 'conb', 'conc', 'cond')).toEqual([]);
    expect(guess('2023', '2024')).toEqual([]);
  });
});
