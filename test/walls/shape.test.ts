import { describe, expect, test } from 'vitest';
import { isTest } from './rooms.ts';
import {
  exportsByName,
  hasPlainName,
  hasTellingName,
  isShort,
  keepsNoState,
  LINES_MAX,
  type Rule,
  readsNoEnvironment,
  saysWhatItIsFor,
} from './shape.ts';
import { parse, type SourceFile, sourceFiles } from './source-files.ts';

const files = sourceFiles();
const faults = (rule: Rule, among: (file: SourceFile) => boolean = () => true) => files.filter(among).flatMap(rule);
const isProduct = ({ path }: SourceFile) => /^(src|web)\//.test(path) && !isTest(path);

test(`no file is longer than ${LINES_MAX} lines`, () => {
  expect(faults(isShort)).toEqual([]);
});

test('every file opens with what it is for; a test says it by its name', () => {
  expect(faults(saysWhatItIsFor, ({ path }) => !path.includes('.test.'))).toEqual([]);
});

test('no file or folder is called utils, helpers, common, types or manager', () => {
  expect(faults(hasTellingName)).toEqual([]);
});

test('files are named-like-this, React components LikeThis', () => {
  expect(faults(hasPlainName)).toEqual([]);
});

test('every export has a name', () => {
  expect(faults(exportsByName)).toEqual([]);
});

test('only the settings read the environment', () => {
  expect(
    faults(readsNoEnvironment, (file) => isProduct(file) && !file.path.startsWith('src/platform/settings/')),
  ).toEqual([]);
});

test('no module keeps state of its own', () => {
  expect(faults(keepsNoState, isProduct)).toEqual([]);
});

describe('the wall stands', () => {
  const fault = (rule: Rule, text: string, path = 'src/kernel/x.ts') => rule(parse(path, text));

  test.each([
    'let count = 0;',
    'export var count = 0;',
    'const seen = new Map<string, number>();',
    'export const names: string[] = [];',
    'const all = new Set([1]);',
    'class Store { static open = 0; }',
  ])('%s is state', (text) => {
    expect(fault(keepsNoState, text)).toHaveLength(1);
  });

  test.each([
    "const NAMES = ['a'] as const;",
    'const SEEN: ReadonlySet<number> = new Set([1]);',
    'const ALL: readonly string[] = [];',
    'class Store { static readonly limit = 1; #open = new Map(); }',
    'export function count() { let n = 0; return n; }',
    'declare const VERSION: string;',
  ])('%s is none', (text) => {
    expect(fault(keepsNoState, text)).toEqual([]);
  });

  test.each([
    [isShort, `${'\n'.repeat(LINES_MAX + 1)}x`, 'src/a.ts'],
    [saysWhatItIsFor, 'export const a = 1;', 'src/a.ts'],
    [hasTellingName, '', 'src/copilot/chat/utils.ts'],
    [hasTellingName, '', 'src/copilot/common/money.test.ts'],
    [hasPlainName, '', 'src/copilot/chat/sendMessage.ts'],
    [exportsByName, 'export default function run() {}', 'src/a.ts'],
    [exportsByName, 'const a = 1; export default a;', 'src/a.ts'],
    [readsNoEnvironment, 'const home = process.env.HOME;', 'src/a.ts'],
    [readsNoEnvironment, "import { env } from 'node:process';", 'src/a.ts'],
  ] as const)('%o finds the fault', (rule, text, path) => {
    expect(fault(rule, text, path)).toHaveLength(1);
  });
});
