import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readPersona } from '../load.ts';
import { createStreamReview, review } from './review.ts';

const { review: rules } = await readPersona(join(import.meta.dirname, '../../../../packs/persona/zen-engineer'));
const reviewed = (text: string) => review(text, rules).text;

/** Numbers from a seed (mulberry32), so that a failing text can be made again. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let bits = Math.imul(state ^ (state >>> 15), 1 | state);
    bits = (bits + Math.imul(bits ^ (bits >>> 7), 61 | bits)) ^ bits;
    return ((bits ^ (bits >>> 14)) >>> 0) % below;
  };
}

describe('what goes', () => {
  test.each([
    ['Certainly! Use Flux.', 'Use Flux.'],
    ['Certainly, great question! Use Flux.', 'Use Flux.'],
    ["Sure! I'd be happy to help you with that. Run `make`.", 'Run `make`.'],
    ['As an AI language model, I cannot see your screen.', 'I cannot see your screen.'],
    ['Restart it. I hope this helps! Let me know if you have any other questions!', 'Restart it.'],
    ['First part.\n\nGreat question! Second part.', 'First part.\n\nSecond part.'],
    ['One.\nGreat question!\n- two', 'One.\n- two'],
    ['One.\nGreat question!\n\nTwo.', 'One.\n\nTwo.'],
    ['You can simply run it.', 'You can run it.'],
    ['Simply run it.', 'Run it.'],
    ['Obviously, the disk is full.', 'The disk is full.'],
    ['You just need to restart.', 'You need to restart.'],
    ['Deployed! 🎉', 'Deployed.'],
    ['🚀 Deployed to two nodes 🎉🎉 today!', 'Deployed to two nodes today.'],
    ['Really?! Yes!!', 'Really? Yes.'],
    ['- ✅ Done!\n- **Next!**', '- Done.\n- **Next.**'],
    ['One.\n\n\n\nTwo.', 'One.\n\nTwo.'],
    ['**Great question!** The disk is full.', 'The disk is full.'],
  ])('%j becomes %j', (text, expected) => {
    expect(reviewed(text)).toBe(expected);
  });
});

describe('what stays', () => {
  test.each([
    '```sh\necho "Great question!"\n\n\n\n# simply run!\n```',
    '~~~\nWow! 🎉\n~~~',
    'Run `echo wow! 🎉` now.',
    'He wrote "Great question! I hope this helps!" and left.',
    "The log says 'Done! Great!' twice.",
    'The banner reads “Simply the best!” today.',
    '> Certainly! 🎉\nstill quoted!',
    '    indented! code 🎉',
    'See https://example.com/simply/great!/x and ./just/run!.sh for it.',
    'Check that a != b, ![alt](x.png), 5! and println! prints.',
    "It is not simply a cache, and you can't simply retry.",
    'I just ran the tests.',
    '| a | 🎉 |\n|---|---|',
    'Version 1.2.3 of 2024 costs 5 € © ™.',
    "Don't panic: the users' pods and the dog's bowl are fine.",
    'The "5" pipe" is odd.',
    'Great question! - no list',
  ])('%j', (text) => {
    const expected = text.replace('Great question! - no', 'Great question. - no');
    expect(reviewed(text)).toBe(expected);
  });

  test('an answer of one filler word is still an answer', () => {
    expect(reviewed('Absolutely!')).toBe('Absolutely.');
  });
});

test('says which rule was broken, with the words', () => {
  const { violations } = review('Certainly! You can just run it! 🎉\n\n\n\nI hope this helps!', rules);
  expect(violations).toEqual(
    expect.arrayContaining([
      { rule: 'opener', quote: 'Certainly.' },
      { rule: 'condescension', quote: 'You can just' },
      { rule: 'exclamation', quote: 'it!' },
      { rule: 'emoji', quote: '🎉' },
      { rule: 'closing', quote: 'I hope this helps.' },
    ]),
  );
  expect(review('The disk is full. Run `df -h`.', rules).violations).toEqual([]);
});

test('a stream gives each sentence once it is complete', () => {
  const stream = createStreamReview(rules);
  expect(stream.push('Certainly! The disk')).toBe('');
  expect(stream.push(' is full! Run')).toBe('The disk is full.');
  expect(stream.push(' `df -h`. ')).toBe('');
  expect(stream.push('Then')).toBe(' Run `df -h`.');
  expect(stream.push(' clean up!')).toBe('');
  expect(stream.end()).toBe(' Then clean up.');
});

/** Words and marks that meet each other in bad ways. */
const PIECES: readonly string[] = [
  ...['Certainly!', 'Great question!', 'As an AI language model, ', 'Obviously, ', 'simply', 'just', 'you can just'],
  ...[
    'I hope this helps!',
    "I'd be happy to help.",
    'Sure,',
    'sure',
    'not',
    'iPhone',
    'run',
    'The disk is full',
    'e.g.',
  ],
  ...[' ', ' ', ' ', ' ', '\n', '\n', '\n\n', '\n\n\n\n', '  \n', '\t', '    ', '\r\n'],
  ...[
    '!',
    '!!',
    '?!',
    '.',
    '...',
    '…',
    ',',
    ':',
    '5',
    '1. ',
    '- ',
    '* ',
    '# ',
    '> ',
    '| ',
    '===',
    '---',
    '**',
    '_',
    '!=',
  ],
  ...['`', '``', '```', '\n```\n', '```js\n', '~~~', '`a!`', '"', "'", '“', '”', '‘', '’', '"wow!"', "don't", "users'"],
  ...[
    '🎉',
    '✅',
    '👍🏽',
    '👩‍💻',
    '❤️',
    '🇵🇹',
    '1️⃣',
    '©',
    '\uE000',
    'https://x.y/z!',
    './a/b!',
    '(',
    ')',
    '[x](y/z)',
    '\\',
  ],
];
const aText = (random: (below: number) => number) =>
  Array.from({ length: 1 + random(30) }, () => PIECES[random(PIECES.length)]).join('');

const TEXTS = 2500;

test('reviewing twice changes nothing more', () => {
  for (let seed = 1; seed <= TEXTS; seed += 1) {
    const text = aText(seeded(seed));
    const once = reviewed(text);
    expect(reviewed(once), `seed ${seed}: ${JSON.stringify(text)}`).toBe(once);
  }
});

test('a stream, however it is cut, adds up to the review of the whole', () => {
  for (let seed = 1; seed <= TEXTS; seed += 1) {
    const random = seeded(seed);
    const text = aText(random);
    const stream = createStreamReview(rules);
    let streamed = '';
    for (let at = 0, size = 1; at < text.length; at += size) {
      size = 1 + random(seed % 2 ? 3 : 20);
      streamed += stream.push(text.slice(at, at + size));
    }
    streamed += stream.end();
    expect(streamed, `seed ${seed}: ${JSON.stringify(text)}`).toBe(reviewed(text));
  }
});

test('code, quotations and links come out of any text as they went in', () => {
  const kept = ['`a! 🎉 simply`', '"Great question! 🎉"', 'https://x.y/great!question', '```\nsimply! 🎉\n\n\n\n```'];
  for (let seed = 1; seed <= 600; seed += 1) {
    const random = seeded(seed);
    const plain = ['Certainly!', 'Use it!', 'simply', '🎉', 'Great question!', "don't", 'run', 'I hope this helps!'];
    const parts = Array.from({ length: 8 }, () => {
      const span = kept[random(kept.length)] ?? '';
      const words = plain[random(plain.length)] ?? '';
      return random(2) ? words : span.startsWith('```') ? `\n${span}\n` : span;
    });
    const text = parts.join(' ').replaceAll('\n ', '\n');
    const count = (where: string, what: string) => where.split(what).length;
    for (const span of kept) expect(count(reviewed(text), span), JSON.stringify(text)).toBe(count(text, span));
  }
});
