import { describe, expect, test } from 'vitest';
import { claimsIn } from './claims.ts';
import { claimed, clearMatch, type Target } from './match.ts';
import { stemsOf } from './words.ts';

const target = (title: string, milestoneId: string | null = null, goalId = 'nima'): Target => ({
  goalId,
  milestoneId,
  title,
  stems: stemsOf(title),
});
const TARGETS = [
  target('Memory engine', 'engine'),
  target('Write the Helm chart', 'chart'),
  target('Export the posts', 'posts', 'blog'),
  target('Chapter 2', 'chapter2', 'thesis'),
  target('Chapter 3', 'chapter3', 'thesis'),
  target('Deploy nima to production'),
  target('Move the blog to the new host', null, 'blog'),
];

/** What a statement is taken to say: `engine 1` for the memory engine being done. */
const said = (statement: string): string =>
  claimsIn(statement)
    .flatMap((claim) => claimed(claim, TARGETS).map((found) => `${found.milestoneId ?? found.goalId} ${claim.share}`))
    .join(', ');

describe('it is done, when the owner says', () => {
  test.each([
    ['I finished the memory engine', 'engine 1'],
    ['I finished the memory engine yesterday.', 'engine 1'],
    ["I've just completed the memory engine", 'engine 1'],
    ["We're done with the memory engine", 'engine 1'],
    ['I am done with the memory engine', 'engine 1'],
    ['The memory engine is done', 'engine 1'],
    ['the memory engine is finally finished', 'engine 1'],
    ['deployed nima to production yesterday', 'nima 1'],
    ['I deployed nima to production', 'nima 1'],
    ['Nima is deployed to production', 'nima 1'],
    ['Finally shipped the memory engine', 'engine 1'],
    ['today I wrapped up the Helm chart', 'chart 1'],
    ['I wrote the Helm chart', 'chart 1'],
    ['we exported the posts', 'posts 1'],
    ['the posts were exported', 'posts 1'],
    ['the posts are exported', 'posts 1'],
    ['I finished chapter 3', 'chapter3 1'],
    ['I moved the blog to the new host', 'blog 1'],
    ['I finished the memory engine, but the chart will take another week', 'engine 1'],
    ['I finished the memory engine and exported the posts', 'engine 1, posts 1'],
    ['I finished the memory engine and the Helm chart', 'engine 1, chart 1'],
    ['I finished the memory engine and started chapter 3', 'engine 1'],
  ])('%s', (statement, means) => expect(said(statement)).toBe(means));
});

describe('it is done in part, when the owner says', () => {
  test.each([
    ["I'm halfway through the memory engine", 'engine 0.5'],
    ['the memory engine is half done', 'engine 0.5'],
    ['I am 80 % done with the Helm chart', 'chart 0.8'],
    ['the Helm chart is 30% complete', 'chart 0.3'],
    ['two thirds of the memory engine are done', 'engine 0.67'],
    ['the memory engine is almost done', 'engine 0.9'],
    ['three quarters of chapter 2 are written', 'chapter2 0.75'],
  ])('%s', (statement, means) => expect(said(statement)).toBe(means));
});

describe('nothing is claimed by', () => {
  test.each([
    'I did not finish the memory engine',
    "I didn't finish the memory engine",
    "I haven't finished the memory engine yet",
    'I have not finished the memory engine',
    'I never finished the memory engine',
    'the memory engine is not done',
    "the memory engine isn't done",
    'the memory engine is far from done',
    'I failed to finish the memory engine',
    'I will finish the memory engine tomorrow',
    'I want to finish the memory engine',
    'I need to deploy nima to production',
    'I hope the memory engine is done by Friday',
    'I plan to have the memory engine finished',
    'I started the memory engine',
    'I am working on the memory engine',
    'the memory engine should be done',
    'once the memory engine is done I rest',
    'if I finished the memory engine, I would tell you',
    'I tried to deploy nima to production',
    'I broke the memory engine',
    'I rolled back nima in production',
    'I reverted the memory engine',
    'is the memory engine done?',
    'I like the memory engine',
    'I read about the memory engine',
    'I deployed swimTO to production',
    'I finished chapter 4',
    'I finished my breakfast',
    'my day is done',
    'it is done',
    'we finished',
    'The new host is ready',
    'I told Ana about the memory engine',
    'nima in production is slow',
  ])('%s', (statement) => expect(said(statement)).toBe(''));
});

test('what fits two goals as well is left alone', () => {
  const twice = [target('Write tests', 'a', 'nima'), target('Write tests', 'b', 'swimto')];
  expect(clearMatch('I wrote the tests', twice, null)).toBeNull();
});
