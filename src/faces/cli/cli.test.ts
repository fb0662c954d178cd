import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { aSmallHouse, OWNER } from '../../../test/support/small-house.ts';
import { createCli } from './create-cli.ts';
import type { CliIo } from './io.ts';

interface Person {
  readonly isTty?: boolean;
  readonly isColored?: boolean;
  readonly stdin?: string;
  readonly answers?: readonly (string | null)[];
  readonly columns?: number;
}

/** A person at a terminal, or a script without one. */
function aTerminal({ isTty = false, isColored = false, stdin = '', answers = [], columns = 100 }: Person = {}) {
  const said = { out: '', err: '' };
  const questions: string[] = [];
  const left = [...answers];
  const interrupts = new Set<() => void>();
  const ask = async (question: string) => {
    questions.push(question);
    return left.shift() ?? null;
  };
  const io: CliIo = {
    stdin: (async function* () {
      yield stdin;
    })(),
    stdout: { write: (text) => Object.assign(said, { out: said.out + text }) },
    stderr: { write: (text) => Object.assign(said, { err: said.err + text }) },
    isTty,
    isColored,
    columns,
    ask,
    askHidden: ask,
    onInterrupt(act) {
      interrupts.add(act);
      return () => void interrupts.delete(act);
    },
  };
  const pressCtrlC = () => {
    for (const act of interrupts) act();
  };
  return { io, said, questions, pressCtrlC };
}

function aCli(person?: Person) {
  const house = aSmallHouse();
  const terminal = aTerminal(person);
  const calls: [string, unknown][] = [];
  const cli = createCli({
    catalog: house.catalog,
    io: terminal.io,
    version: '1.2.3',
    programs: [{ name: 'serve', summary: 'Run the server' }],
    invoke(operation, input, signal) {
      calls.push([operation.name, input]);
      return house.host.run({ operation, input, actor: { ...OWNER, face: 'cli' }, signal });
    },
  });
  const run = (line: string | readonly string[]) =>
    cli.run(typeof line === 'string' ? line.split(' ').filter(Boolean) : line);
  return { ...house, ...terminal, calls, run };
}

describe('what is typed', () => {
  test('the one text a command needs is typed without quotes or flags', async () => {
    const { run, calls, said } = aCli();
    expect(await run('notes create the kettle is new --labels home kitchen')).toBe(0);
    expect(calls).toEqual([['notes.create', { text: 'the kettle is new', labels: ['home', 'kitchen'] }]]);
    expect(said.out).toContain('the kettle is new');
  });

  test('options become the values the schema asks for', async () => {
    const { run, calls } = aCli();
    await run('notes list --limit 5 --archived --order old --labels a --labels b');
    await run('notes list --no-archived');
    expect(calls).toEqual([
      ['notes.list', { limit: 5, archived: true, order: 'old', labels: ['a', 'b'] }],
      ['notes.list', { archived: false }],
    ]);
  });

  test('- reads a text from standard input, --input the whole of it', async () => {
    const piped = aCli({ stdin: 'from a pipe\n' });
    await piped.run('notes create -');
    expect(piped.calls[0]).toEqual(['notes.create', { text: 'from a pipe' }]);
    const whole = aCli({ stdin: '{"text":"whole","metadata":{"a":1}}' });
    await whole.run('notes create --input -');
    expect(whole.calls[0]).toEqual(['notes.create', { text: 'whole', metadata: { a: 1 } }]);
    const folder = mkdtempSync(join(tmpdir(), 'nima-cli-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'note.json'), '{"text":"filed"}');
    const filed = aCli();
    await filed.run(['notes', 'create', '--input', join(folder, 'note.json'), '--metadata', '{"b":2}']);
    expect(filed.calls[0]).toEqual(['notes.create', { text: 'filed', metadata: { b: 2 } }]);
  });

  test('a password is asked for without showing it, and never taken as an option', async () => {
    const { run, questions, said } = aCli({ isTty: true, answers: ['open sesame'] });
    expect(await run('notes sessions create')).toBe(0);
    expect(questions).toEqual(['Password: ']);
    expect(said.out).not.toContain('open sesame');
    expect(await aCli().run('notes sessions create --password x')).toBe(2);
    const piped = aCli({ stdin: '{"password":"open sesame"}' });
    expect(await piped.run('notes sessions create --input -')).toBe(0);
  });

  test.each([
    ['notes create', '<text> is missing. "nima help notes create" shows how.'],
    ['notes list --limit many', '--limit takes a number, not "many".'],
    ['notes list --order sideways', 'Allowed choices are new, old'],
    ['notes list --limits 5', 'Did you mean --limit?'],
    ['notes lst', 'Did you mean list?'],
    ['nots list', 'Did you mean notes?'],
    ['notes create --input nowhere.json', 'nowhere.json cannot be read'],
    ['notes create x --metadata {', '--metadata is not JSON'],
  ])('%s ends with 2 and says %s', async (line, words) => {
    const { run, said, calls } = aCli();
    expect(await run(line)).toBe(2);
    expect(said.err).toContain(words);
    expect(calls).toEqual([]);
  });
});

describe('what is shown', () => {
  test('a list is a table that fits the terminal, ids whole', async () => {
    const { run, said } = aCli({ columns: 60 });
    await run(['notes', 'create', `a very long note ${'that goes on '.repeat(10)}`]);
    said.out = '';
    await run('notes list');
    const lines = said.out.trimEnd().split('\n');
    expect(lines[0]).toMatch(/^id +text +labels? *created at$|^id +text +created at$/);
    expect(lines[1]).toMatch(/^n1 +a very long note .*… +2026-03-02 \d\d:\d\d$/);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60);
  });

  test('an empty list says so, and one thing is its fields', async () => {
    const { run, said } = aCli();
    await run('notes list');
    expect(said.out).toBe('No notes.\n');
    said.out = '';
    await run('notes export');
    expect(said.out).toBe('count  0\n');
  });

  test('--json is the answer and nothing else', async () => {
    const { run, said } = aCli({ isColored: true });
    await run('notes create tea --json');
    expect(JSON.parse(said.out)).toMatchObject({ id: 'n1', text: 'tea' });
    expect(said.err).toBe('');
  });

  test('a failure goes to standard error with its exit code, as JSON when asked', async () => {
    const { run, said } = aCli();
    expect(await run('notes get n9')).toBe(4);
    expect(said).toEqual({ out: '', err: 'There is no note n9. "notes list" shows them.\n' });
    const json = aCli();
    await json.run('notes get n9 --json');
    expect(JSON.parse(json.said.err)).toMatchObject({ error: { kind: 'not_found', code: 'note_unknown' } });
    expect(await run('notes break')).toBe(1);
    expect(await run('notes break --how unavailable')).toBe(7);
  });

  test('colour is for terminals that want it', async () => {
    const plain = aCli();
    await plain.run('notes get n9');
    expect(plain.said.err).not.toContain('\u001b[');
    const colored = aCli({ isColored: true });
    await colored.run('notes get n9');
    expect(colored.said.err).toContain('\u001b[31m');
  });

  test('text from elsewhere cannot steer the terminal', async () => {
    const { run, said } = aCli();
    await run(['notes', 'create', 'a\u001b]0;owned\u0007b']);
    expect(said.out).toContain('a]0;ownedb');
    expect(said.out).not.toContain('\u001b');
  });

  test('a stream is text as it comes, or a line of JSON for each event', async () => {
    const { run, said } = aCli();
    await run('notes watch');
    expect(said.out).toBe('word 1 word 2 word 3 \n');
    const json = aCli();
    await json.run('notes watch --after 2 --json');
    expect(JSON.parse(json.said.out)).toMatchObject({ seq: 3 });
  });

  test('help shows how, in words', async () => {
    const { run, said } = aCli();
    expect(await run('')).toBe(0);
    expect(said.out).toMatch(/notes +What a person noted/);
    expect(said.out).toMatch(/serve +Run the server/);
    expect(await run('notes create --help')).toBe(0);
    expect(said.out).toContain('In chat: "note that the kettle is new"');
    expect(await run('help notes list')).toBe(0);
    expect(said.out).toContain('--limit <number>');
    expect(await run('help exit-codes')).toBe(0);
    expect(said.out).toContain('there is no such thing');
    expect(await run('--version')).toBe(0);
    expect(said.out).toContain('1.2.3');
  });
});

describe('what removes something', () => {
  test('asks a person, and does nothing unless they say yes', async () => {
    const no = aCli({ isTty: true, answers: [''] });
    expect(await no.run('notes remove n1')).toBe(0);
    expect(no.questions).toEqual(['Remove a note (n1)? [y/N] ']);
    expect([no.calls, no.said.err]).toEqual([[], 'Nothing was changed.\n']);
    const yes = aCli({ isTty: true, answers: ['y'] });
    await yes.run('notes remove n1');
    expect(yes.calls).toEqual([['notes.remove', { id: 'n1' }]]);
  });

  test('needs --yes where nobody can be asked', async () => {
    const { run, said, calls } = aCli();
    expect(await run('notes remove n1')).toBe(2);
    expect(said.err).toContain('--yes');
    expect(calls).toEqual([]);
    expect(await run('notes remove n1 --yes')).toBe(0);
  });
});

test('Ctrl+C leaves a stream that cannot be stopped', async () => {
  const { run, streaming, pressCtrlC, said } = aCli();
  streaming.events = async function* (_after, signal) {
    yield { seq: 1, type: 'tick' };
    setImmediate(pressCtrlC);
    await new Promise<void>((goOn) => signal.addEventListener('abort', () => goOn(), { once: true }));
    throw signal.reason;
  };
  expect(await run('notes watch')).toBe(0);
  expect(said.out).toContain('"tick"');
});

describe('completion', () => {
  const complete = async (line: string) => {
    const { run, said } = aCli();
    await run('completion bash');
    const words = line.split(' ');
    const script = `${said.out}
COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _nima; echo "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', script], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.trim();
  };

  test.each([
    ['nima no', 'notes'],
    ['nima notes re', 'remove'],
    ['nima notes sessions ', 'create remove'],
    ['nima notes list --li', '--limit'],
    ['nima notes remove n1 --y', '--yes'],
    ['nima se', 'serve'],
  ])('"%s" is completed with %s', async (line, words) => expect(await complete(line)).toBe(words));

  test.each(['zsh', 'fish'])('there is a script for %s too', async (shell) => {
    const { run, said } = aCli();
    expect(await run(`completion ${shell}`)).toBe(0);
    expect(said.out).toContain('notes list');
  });
});
