import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../../../test/support/people.ts';
import { until } from '../../../test/support/until.ts';
import { placeIn } from './named-roots.ts';
import { type ProcessRequest, runProcess } from './run-process.ts';

const PATH = '/usr/local/bin:/usr/bin:/bin';

function run(command: string, args: readonly string[], about: Partial<ProcessRequest> = {}) {
  const never = new AbortController().signal;
  const usual = { cwd: tmpdir(), env: { PATH }, timeoutMs: 10_000, outputBytesMax: 10_000, signal: never };
  return runProcess({ command, args, ...usual, ...about });
}

/** True while a process with this id lives. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a process', () => {
  test('tells its code, both outputs and each line as it comes', async () => {
    const lines: string[] = [];
    const end = await run('sh', ['-c', 'echo one; echo two >&2; exit 3'], { onLine: (line) => lines.push(line) });
    expect(end).toEqual({ code: 3, stdout: 'one\n', stderr: 'two\n', isCut: false });
    expect(lines.sort()).toEqual(['one', 'two']);
  });

  test('inherits nothing of our environment, and no shell reads its arguments', async () => {
    const { stdout } = await run('env', [], { env: { PATH, ONLY: 'this' } });
    expect(stdout.split('\n').filter(Boolean).sort()).toEqual(['ONLY=this', `PATH=${PATH}`]);
    expect((await run('echo', ['$HOME; `id` && x'])).stdout).toBe('$HOME; `id` && x\n');
  });

  test('that says too much is cut, and ends all the same', async () => {
    const end = await run('sh', ['-c', 'head -c 200000 /dev/zero | tr "\\0" x'], { outputBytesMax: 1000 });
    expect(end).toMatchObject({ code: 0, isCut: true });
    expect(end.stdout).toHaveLength(1000);
  });

  test('is ended with everything it started when nobody wants it any more', async () => {
    const stop = new AbortController();
    const lines: string[] = [];
    const running = run('sh', ['-c', 'trap "" TERM; sleep 60 & echo $!; echo $$; wait; sleep 60'], {
      signal: stop.signal,
      onLine: (line) => lines.push(line),
    });
    const failed = failureOf(running);
    await until(() => lines.length === 2);
    stop.abort(new Error('enough'));
    expect(await failed).toMatchObject({ message: 'enough' });
    for (const pid of lines.map(Number)) await until(() => !lives(pid));
  });

  test('that takes too long is ended', async () => {
    expect(await failureOf(run('sleep', ['60'], { timeoutMs: 50 }))).toMatchObject({ code: 'process_timeout' });
  });

  test('that does not exist says so', async () => {
    expect(await failureOf(run('no-such-program', []))).toMatchObject({ kind: 'not_found' });
  });
});

describe('a path', () => {
  function aTree() {
    const folder = mkdtempSync(join(tmpdir(), 'nima-roots-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    mkdirSync(join(folder, 'notes/deep'), { recursive: true });
    mkdirSync(join(folder, 'notes-secret'));
    writeFileSync(join(folder, 'outside.txt'), 'x');
    symlinkSync(join(folder, 'outside.txt'), join(folder, 'notes/link'));
    symlinkSync(folder, join(folder, 'notes/up'));
    symlinkSync(join(folder, 'notes/deep'), join(folder, 'notes/inner'));
    return { folder, roots: { notes: join(folder, 'notes') } };
  }

  test('lies in its root, whether it exists or not', async () => {
    const { folder, roots } = aTree();
    expect(await placeIn(roots, 'notes/deep/new/a.md')).toEqual({
      path: join(folder, 'notes/deep/new/a.md'),
      root: join(folder, 'notes'),
      below: 'deep/new/a.md',
    });
    expect(await placeIn(roots, 'notes')).toHaveProperty('below', '');
    expect(await placeIn(roots, 'notes/inner/x')).toHaveProperty('below', 'deep/x');
  });

  test.each([
    'notes/../outside.txt',
    'notes/link',
    'notes/up/outside.txt',
    'notes/up/new.txt',
  ])('%s leads out and is refused', async (path) => {
    expect(await failureOf(placeIn(aTree().roots, path))).toMatchObject({ kind: 'forbidden', code: 'outside_roots' });
  });

  test('in no root is not found, with the roots there are', async () => {
    const { roots } = aTree();
    expect(await failureOf(placeIn(roots, '/etc/passwd'))).toMatchObject({ code: 'root_unknown' });
    expect((await failureOf(placeIn(roots, 'x/y'))).message).toContain('notes');
    expect((await failureOf(placeIn({}, 'x/y'))).message).toContain('nima.yaml');
  });
});
