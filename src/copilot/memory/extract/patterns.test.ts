import { describe, expect, test } from 'vitest';
import { extractFacts } from './patterns.ts';

/** What a person says, and the facts learned from it, each as `category: fact`. */
const LEARNED: readonly (readonly [say: string, ...facts: string[]])[] = [
  ['I prefer dark mode', 'preferences: Prefers dark mode'],
  ['I really prefer GitOps, kubectl only in emergencies', 'preferences: Prefers GitOps, kubectl only in emergencies'],
  ['i like short answers', 'preferences: Likes short answers'],
  ['I love Postgres!', 'preferences: Loves Postgres'],
  ["I don't like long meetings", 'preferences: Does not like long meetings'],
  ['i dont like mondays', 'preferences: Does not like mondays'],
  ['I hate Jenkins with a passion.', 'preferences: Hates Jenkins with a passion'],
  ["I can't stand cilantro", 'preferences: Cannot stand cilantro'],
  ["I'm not a fan of microservices", 'preferences: Not a fan of microservices'],
  ["I'm interested in beekeeping", 'preferences: Interested in beekeeping'],
  ['I prefer it when you show the command first', 'preferences: I prefer it when you show the command first'],
  ['I hate when people ping me without context', 'preferences: I hate when people ping me without context'],
  ['My favourite language is OCaml', 'preferences: Favourite language is OCaml'],
  ['my favorite beer is Orval', 'preferences: Favorite beer is Orval'],
  ['My name is Rafael', 'identity: Name is Rafael'],
  ["hi, I'm Rafael", 'identity: Name is Rafael'],
  ['My full name is Ana Lúcia Prado', 'identity: Full name is Ana Lúcia Prado'],
  ['Call me Raf.', 'identity: Goes by Raf'],
  ["I'm called Bea", 'identity: Goes by Bea'],
  ['everyone calls me Tico', 'identity: Goes by Tico'],
  ['I live in Lisbon', 'identity: Lives in Lisbon'],
  ['we live near Toronto', 'identity: Lives near Toronto'],
  ["I'm from Brazil", 'identity: From Brazil'],
  ["I'm based in Porto Alegre these days", 'identity: Based in Porto Alegre'],
  ['I was born in 1987', 'identity: Was born in 1987'],
  ["I'm 38 years old", 'identity: Is 38 years old'],
  ["I'm Brazilian", 'identity: Is Brazilian'],
  ['I speak Portuguese and some German', 'identity: Speaks Portuguese and some German'],
  ['My birthday is June 3rd', 'identity: Birthday is June 3rd'],
  ['my time zone is America/Toronto', 'identity: Time zone is America/Toronto'],
  ['I work at Shopify', 'work: Works at Shopify'],
  ['I work for a small consultancy', 'work: Works for a small consultancy'],
  ['I work remotely from a shed', 'work: Works remotely from a shed'],
  ["I'm a platform engineer", 'work: Is a platform engineer'],
  ["I'm the lead of the payments team", 'work: Is the lead of the payments team'],
  ['My job title is staff engineer', 'work: Job title is staff engineer'],
  ['our team is eight people', 'work: Team is eight people'],
  ["we're a team of five", "work: We're a team of five"],
  ['I work on swimTO in the evenings', 'projects: Works on swimTO in the evenings'],
  ["I'm learning Rust", 'projects: Learning Rust'],
  ["I'm writing a book about queues", 'projects: Writing a book about queues'],
  ['My goal is to ship v2 by June', 'projects: Goal is to ship v2 by June'],
  ['my side project is called canopy', 'projects: Side project is called canopy'],
  ['The deadline is called D-day internally', 'projects: Deadline is called D-day internally'],
  ['my cluster is called ElderTree', 'infrastructure: Cluster is called ElderTree'],
  ['The cluster is called ElderTree.', 'infrastructure: Cluster is called ElderTree'],
  ['my nas is named "Brick"', 'infrastructure: Nas is called Brick'],
  ['We deploy with Flux', 'infrastructure: Deploys with Flux'],
  ['we deploy everything through GitHub Actions', 'infrastructure: Deploys everything through GitHub Actions'],
  ['we use Traefik as ingress', 'infrastructure: Uses Traefik as ingress'],
  ['I use Neovim for everything', 'preferences: Uses Neovim for everything'],
  ['I use `pnpm` instead of npm', 'preferences: Uses pnpm instead of npm'],
  ["I don't use Docker", 'infrastructure: Does not use Docker'],
  ['we no longer use Vagrant', 'infrastructure: No longer uses Vagrant'],
  ['I used to use Vim', 'preferences: No longer uses Vim'],
  ['Our API runs on k3s', 'infrastructure: API runs on k3s'],
  ['our builds run on a self-hosted runner', 'infrastructure: Builds run on a self-hosted runner'],
  ['our database is Postgres 16', 'infrastructure: Database is Postgres 16'],
  ['we run k3s on four Pi 4 boards', 'infrastructure: Runs k3s on four Pi 4 boards'],
  ['we host the site on Fly.io', 'infrastructure: Hosts the site on Fly.io'],
  ['We store secrets in Vault', 'infrastructure: Stores secrets in Vault'],
  ['my password manager is Bitwarden', 'general: Password manager is Bitwarden'],
  ["I'm allergic to penicillin", 'health: Allergic to penicillin'],
  ['im allergic to peanuts', 'health: Allergic to peanuts'],
  ["I'm vegan", 'health: Is vegan'],
  ["I don't eat pork", 'health: Does not eat pork'],
  ['I have asthma', 'health: Has asthma'],
  ['Our standup is at 9:30', 'schedule: Standup is at 9:30'],
  ['my flight is on the 12th of May', 'schedule: Flight is on the 12th of May'],
  ['I always start at 7am', 'schedule: Always starts at 7am'],
  ['I usually stop at 5', 'schedule: Usually stops at 5'],
  ['I never answer mail on weekends', 'preferences: Never answers mail on weekends'],
  ['we always squash merge', 'preferences: Always squashes merge'],
  [
    'When I review code, I always read the tests first',
    'preferences: When I review code, I always read the tests first',
  ],
  ['My wife is called Ana', 'people: Wife is called Ana'],
  ["my brother's name is Caio", "people: Brother's name is Caio"],
  ['My sister lives in Berlin', 'people: Sister lives in Berlin'],
  ['My boss is Priya', 'people: Boss is Priya'],
  ['I have two daughters', 'people: Has two daughters'],
  ['I have a dog called Pixel', 'possessions: Has a dog called Pixel'],
  ['I drive an old Fiat Panda', 'possessions: Drives an old Fiat Panda'],
  ['my laptop is a Framework 13', 'possessions: Laptop is a Framework 13'],
  ['I own a 3D printer', 'possessions: Owns a 3D printer'],
  ["I don't have a car", 'possessions: Does not have a car'],
  ['Remember that the boiler is serviced every May', 'general: The boiler is serviced every May'],
  ['remember my cat is deaf', 'possessions: Cat is deaf'],
  ['Please remember that I prefer trains', 'preferences: Prefers trains'],
  ['can you remember that I am vegetarian?', 'health: Is vegetarian'],
  ['Note that the staging cluster has no backups.', 'infrastructure: The staging cluster has no backups'],
  ['keep in mind that invoices go out on the 1st', 'general: Invoices go out on the 1st'],
  ['for the record, I voted against Kafka', 'general: I voted against Kafka'],
  ["don't forget that rent is due on the 5th", 'general: Rent is due on the 5th'],
  ['btw my cluster has four nodes', 'infrastructure: Cluster has four nodes'],
  ['I think I prefer Helm over Kustomize', 'preferences: Prefers Helm over Kustomize'],
  ['Maybe I like mornings after all', 'preferences: Likes mornings after all'],
  ['My name is Rafael and I live in Toronto', 'identity: Name is Rafael', 'identity: Lives in Toronto'],
  [
    'My cluster is called ElderTree, and my NAS is called Brick. I prefer Flux.',
    'infrastructure: Cluster is called ElderTree',
    'infrastructure: NAS is called Brick',
    'preferences: Prefers Flux',
  ],
  ['I like tea but I hate coffee', 'preferences: Likes tea', 'preferences: Hates coffee'],
  ['She said no, but I love the plan B', 'preferences: Loves the plan B'],
  ['At work we use Jira', 'work: Uses Jira at work'],
  ['For Python I use uv', 'preferences: Uses uv for Python'],
  ['I love my dog', 'preferences: I love my dog'],
  ['I’m allergic to nuts, by the way', 'health: Allergic to nuts'],
  ['```\nI use root\n```\nI use doas for that', 'preferences: Uses doas for that'],
];

/** What people say that must leave nothing behind. */
const NOT_LEARNED: readonly string[] = [
  'My Pi cluster is running out of memory',
  'How do I deploy this?',
  'do I prefer dark mode',
  'What is my name?',
  'I like Go, right?',
  'If I used Nix, my laptop would be calmer',
  'Suppose I live in Berlin',
  "Let's say I work at Google.",
  'would I like Haskell',
  "I'd like to see the logs",
  "I'd prefer to wait",
  'I want to deploy nima',
  'I need a cron for Mondays',
  'Deploy my app',
  'Remind me to call my mother',
  'remember to water the plants',
  'tell me what I like',
  'forget that I like tea',
  'Call me later',
  'call me when it is done',
  'I have a question',
  'I have a weird bug in the parser',
  'I have no idea',
  'I like it',
  'I love that idea',
  'i like your style',
  'I use this one',
  'I am tired',
  "I'm stuck on a migration",
  "I'm a bit lost",
  "I'm getting a timeout",
  "I'm sure it worked yesterday",
  'my build is failing',
  'my pod is in CrashLoopBackOff',
  'my question is about volumes',
  'My bad.',
  'Our pipeline is red',
  'our api is down',
  'the api is slow',
  'I always get this error',
  'I never said that',
  'I used Vim yesterday',
  'He said "I live in Paris and I love it"',
  '"My name is Bond"',
  'My colleague says I prefer tabs',
  '> I prefer tabs',
  '```\nmy name is root\n```',
  '2026-01-02T03:04:05Z ERROR my name is unknown',
  '$ echo my name is root',
  'Translate this to German:\nI live in a small house',
  'my password is correct horse battery staple',
  'My API key is sk-test-1234567890',
  'my pin is 4711',
  'remember that the wifi password is tulip',
  'The token: ghp_0123456789abcdef0123456789abcdef0123',
  'I use postgres://me:hunter2@db/prod for tests',
  'I prefer ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJx1 as key',
  'The function is called twice',
  'thanks, that works',
  'ok',
  '',
];

const learned = (say: string) => extractFacts(say).map(({ category, fact }) => `${category}: ${fact}`);

test.each(LEARNED.map(([say, ...facts]) => ({ say, facts })))('learns from $say', ({ say, facts }) => {
  expect(learned(say)).toEqual(facts);
});

test.each(NOT_LEARNED)('learns nothing from %j', (say) => {
  expect(learned(say)).toEqual([]);
});

describe('beside the words', () => {
  test('a doubt lowers the confidence, asking to remember raises it', () => {
    const confidence = (say: string) => extractFacts(say)[0]?.confidence ?? 0;
    expect(confidence('I think I prefer Helm')).toBeLessThan(confidence('I prefer Helm'));
    expect(confidence('Remember that I prefer Helm')).toBe(0.95);
    expect(confidence('we might use Helm')).toBe(0);
  });

  test('a newer fact about the same thing has the same key', () => {
    const key = (say: string) => {
      const claim = extractFacts(say)[0]?.reading.claim;
      return claim && [claim.subject, claim.attribute];
    };
    expect(key('I live in Porto')).toEqual(['owner', 'home']);
    expect(key("I'm based in Lisbon")).toEqual(key('I live in Porto'));
    expect(key('My cluster is called Oak')).toEqual(['cluster', 'name']);
    expect(key('I love Go')).toEqual(key('I hate Go'));
  });

  test('the quote is the sentence it came from', () => {
    const message = 'Hi there. My name is Rafael and I live in Toronto! What now?';
    expect(extractFacts(message).map(({ quote }) => quote)).toEqual(
      Array(2).fill('My name is Rafael and I live in Toronto!'),
    );
  });

  test('said twice, learned once', () => {
    expect(extractFacts('I prefer tea. Yes, I prefer tea.')).toHaveLength(1);
  });

  test('a long message takes no long time', () => {
    const message = 'I like that my whole cluster and my other things are called by names, and my dog runs. '.repeat(
      500,
    );
    const startedAt = performance.now();
    extractFacts(`${message}${'my '.repeat(5000)}${'"'.repeat(2000)}${'and I '.repeat(3000)}`);
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });
});
