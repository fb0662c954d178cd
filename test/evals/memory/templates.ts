/** Cases of the truth suite made from patterns: many attributes, each told, changed, ended, told again and asked in several wordings. */
import { type Case, parseCase } from './cases.ts';

interface Attribute {
  readonly tell: readonly string[];
  readonly change: readonly string[];
  readonly end: readonly string[];
  readonly ask: string;
  readonly past: string;
  /** The fact as memory words it. */
  readonly fact: string;
  readonly values: readonly [string, string, string];
  /** Said of another, who must not be touched. */
  readonly other: string;
  readonly otherFact: string;
}

const ATTRIBUTES: readonly Attribute[] = [
  {
    tell: ['I live in {}', "I'm based in {}", 'we live in {}'],
    change: ['I moved to {}', 'I live in {} now', "We've relocated to {}", 'From now on I live in {}'],
    end: ["I don't live in {} anymore", 'I no longer live in {}'],
    ask: 'where do I live?',
    past: 'where did I live in {}?',
    fact: '(?:Lives|Based) in {}',
    values: ['Seville', 'Malmo', 'Tartu'],
    other: 'My uncle lives in {}',
    otherFact: 'Uncle lives in {}',
  },
  {
    tell: ['I work at {}', 'I work for {}'],
    change: ['I joined {}', 'I work at {} now', 'I started at {}', 'I got a new job at {}'],
    end: ['I left {}', 'I no longer work at {}', 'I quit {}'],
    ask: 'where do I work?',
    past: 'where did I work in {}?',
    fact: 'Works (?:at|for) {}',
    values: ['Initrode', 'Umbrella', 'Vandelay'],
    other: 'My cousin works at {}',
    otherFact: 'Cousin works at {}',
  },
  {
    tell: ['My editor is {}', 'I use {} as my editor'],
    change: ['My editor is {} now', 'these days my editor is {}', 'I switched to {} as my editor'],
    end: ["My editor isn't {} anymore", 'My editor is no longer {}'],
    ask: 'what is my editor?',
    past: 'what was my editor in {}?',
    fact: '(?:Editor is|uses?) {}',
    values: ['Kate', 'Sublime', 'Nano'],
    other: "My colleague's editor is {}",
    otherFact: "Colleague's editor is {}",
  },
  {
    tell: ['Our cluster is called {}', 'our cluster is named {}'],
    change: ['Our cluster is called {} now', 'We renamed our cluster to {}'],
    end: [],
    ask: 'what is our cluster called?',
    past: 'what was our cluster called in {}?',
    fact: 'Cluster is (?:called|named) {}',
    values: ['Willow', 'Maple', 'Rowan'],
    other: 'Our backup cluster is called {}',
    otherFact: 'Backup cluster is called {}',
  },
  {
    tell: ['We deploy with {}', 'we deploy everything with {}'],
    change: ['We deploy with {} now', 'Nowadays we deploy with {}'],
    end: ['We no longer deploy with {}', "We don't deploy with {} any more"],
    ask: 'what do we deploy with?',
    past: 'what did we deploy with in {}?',
    fact: 'Deploys (?:everything )?with {}',
    values: ['Spinnaker', 'Capistrano', 'Waypoint'],
    other: 'Beacon runs on {}',
    otherFact: 'Beacon runs on {}',
  },
  {
    tell: ['My manager is {}', 'my manager is called {}'],
    change: ['My manager is {} now', 'My new manager is {}', '{} is my new manager'],
    end: ['{} is no longer my manager'],
    ask: 'who is my manager?',
    past: 'who was my manager in {}?',
    fact: 'Manager is (?:called )?{}',
    values: ['Ingrid', 'Mateo', 'Yusuf'],
    other: "My wife's manager is {}",
    otherFact: "Wife's manager is {}",
  },
  {
    tell: ['My favourite drink is {}'],
    change: ['My favourite drink is {} now', 'By now my favourite drink is {}', 'Correction: my favourite drink is {}'],
    end: ['My favourite drink is no longer {}'],
    ask: 'what is my favourite drink?',
    past: 'what was my favourite drink in {}?',
    fact: 'Favourite drink is {}',
    values: ['mate', 'cider', 'kefir'],
    other: "My sister's favourite drink is {}",
    otherFact: "Sister's favourite drink is {}",
  },
  {
    tell: ['my sister lives in {}'],
    change: ['My sister moved to {}', 'My sister lives in {} now', 'my sister has relocated to {}'],
    end: ["My sister doesn't live in {} any more", 'My sister no longer lives in {}'],
    ask: 'where does my sister live?',
    past: 'where did my sister live in {}?',
    fact: 'Sister lives in {}',
    values: ['Ghent', 'Poznan', 'Split'],
    other: 'My brother lives in {}',
    otherFact: 'Brother lives in {}',
  },
  {
    tell: ['Our staging database is {}'],
    change: ['Our staging database is {} now', 'We migrated our staging database to {}'],
    end: ['Our staging database is no longer {}'],
    ask: 'what is our staging database?',
    past: 'what was our staging database in {}?',
    fact: 'Staging database is {}',
    values: ['MariaDB', 'Postgres', 'CockroachDB'],
    other: 'Our reporting database is {}',
    otherFact: 'Reporting database is {}',
  },
  {
    tell: ['I drive a {}'],
    change: ['I drive a {} now', 'These days I drive a {}'],
    end: ["I don't drive a {} any more", 'I no longer drive a {}'],
    ask: 'what do I drive?',
    past: 'what did I drive in {}?',
    fact: 'Drives a {}',
    values: ['Twingo', 'Kangoo', 'Zoe'],
    other: 'My neighbour drives a {}',
    otherFact: '',
  },
];

const put = (pattern: string, value: string): string => pattern.replaceAll('{}', value);
/** The same choice each time, spread over the wordings. */
const pick = (from: readonly string[], at: number): string => from[at % from.length] ?? '';

function casesOf(of: Attribute, seed: number): string[] {
  const [a, b, c] = of.values;
  const facts = of.values.map((value) => put(of.fact, value));
  const line = (kind: string, told: readonly string[], asked: string, want = '', not = '') =>
    [kind, told.join(' // '), asked, want, not].join(' | ');
  const lines: string[] = [];
  for (const [at, change] of of.change.entries()) {
    const tell = pick(of.tell, seed + at);
    lines.push(line('update', [put(tell, a), put(change, b)], of.ask, b, facts[0]));
    lines.push(
      line(
        'update',
        [put(tell, b), put(change, a), put(pick(of.change, at + 1), c)],
        of.ask,
        c,
        `${facts[0]}|${facts[1]}`,
      ),
    );
    lines.push(
      line('again', [put(tell, a), put(change, b), `${put(pick(of.tell, at), a)} again`], of.ask, a, facts[1]),
    );
    const days = [`@2021-0${at + 1}-05 ${put(tell, a)}`, `@2023-0${at + 1}-05 ${put(change, b)}`];
    lines.push(line('asof', days, `${put(of.past, '2022')} {2022-07-0${at + 1}}`, a, b));
    lines.push(
      line('asof', [...days, `@2025-02-03 ${put(change, c)}`], `${put(of.past, '2024')} {2024-06-0${at + 1}}`, b, c),
    );
    if (of.otherFact)
      lines.push(line('alike', [put(tell, a), put(of.other, b)], of.ask, `${facts[0]} && ${put(of.otherFact, b)}`));
    if (of.otherFact)
      lines.push(
        line(
          'alike',
          [put(of.other, a), put(tell, a), put(change, b)],
          of.ask,
          `${facts[1]} && ${put(of.otherFact, a)}`,
        ),
      );
  }
  for (const [at, end] of of.end.entries()) {
    const tell = pick(of.tell, seed + at);
    lines.push(line('negation', [put(tell, c), put(end, c)], of.ask, '', `^${facts[2]}`));
    if (of.otherFact)
      lines.push(line('alike', [put(of.other, c), put(tell, c), put(end, c)], '', put(of.otherFact, c)));
  }
  return lines;
}

export const templateCases = (): Case[] => ATTRIBUTES.flatMap(casesOf).map(parseCase);
