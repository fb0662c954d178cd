/**
 * What people say to an assistant without giving it a command: the lines of `talk.txt`. The classifier learns the difference
 * from them and from the examples of the operations put into the frames below, so that words of a new operation
 * ("token", "goal") do not by themselves make a command.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const readTalk = (): string[] =>
  readFileSync(join(import.meta.dirname, 'talk.txt'), 'utf8')
    .split('\n')
    .filter((line) => line !== '');

/** `#` stands for the words of an example. */
export const FRAMES: readonly string[] = [
  'how do I # in general',
  'I always # on mondays',
  'why should anybody #',
  'he told me to # yesterday',
];

/** `#` stands for the thing an operation is about: `goal`, `token`. */
export const THING_FRAMES: readonly string[] = [
  'what is a good #',
  'my # was great last year',
  'the # is too long I think',
  'how does a # work',
  'I like # and coffee',
];
