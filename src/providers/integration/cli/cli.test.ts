import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { failureOf } from '../../../../test/support/people.ts';
import { until } from '../../../../test/support/until.ts';
import { aBench, testMachine } from '../../../../test/support/work.ts';
import { cliIntegration } from './cli.ts';
import { ruleFor } from './config.ts';

function aCli(settings: object = {}, secrets: Record<string, string> = {}) {
  return aBench(cliIntegration(testMachine, settings), { config: settings, secrets });
}

function aFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nima-cli-')));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

describe('the list of commands', () => {
  const rules = [
    { line: 'df -h', effect: 'read' as const },
    { line: 'kubectl logs * -n *', effect: 'read' as const },
    { line: 'echo ...', effect: 'read' as const },
  ];
  test.each([
    ['df -h', true],
    ['df', false],
    ['df -h /', false],
    ['kubectl logs nima-api -n nima', true],
    ['kubectl logs --all -n nima', false],
    ['echo', true],
    ['echo a b c', true],
    ['echo a --version', false],
    ['rm -rf /', false],
    ['* -h', false],
  ])('“%s” is allowed: %s', (line, isAllowed) => {
    expect(ruleFor(rules, line.split(' ')) !== null).toBe(isAllowed);
  });
});

describe('a command', () => {
  test('of the usual list runs and says what it found', async () => {
    const cli = aCli();
    expect(cli.effect('run', { command: 'uname', args: ['-a'] })).toBe('read');
    const done = await cli.run('run', { command: 'uname', args: ['-a'] });
    expect(done).toMatchObject({ data: { code: 0, stderr: '' }, isUntrusted: true });
    expect(done.summary).toContain('Linux');
    expect(cli.lines.join()).toContain('Linux');
  });

  test('beside the list is refused before there is a task', async () => {
    const cli = aCli();
    expect(() => cli.effect('run', { command: 'rm', args: ['-rf', '/'] })).toThrow('not on the list');
    expect(await failureOf(cli.run('run', { command: 'sh', args: ['-c', 'id'] }))).toMatchObject({
      code: 'command_not_allowed',
    });
  });

  test('runs in a named root, with a clean environment and secrets by reference', async () => {
    const folder = aFolder();
    const settings = {
      roots: { here: folder },
      commands: [{ line: 'pwd' }, { line: 'env' }, { line: 'touch *', effect: 'write' }],
      environment: { TOKEN: 'env:SECRET_TOKEN', PLAIN: 'yes' },
    };
    const cli = aCli(settings, { 'env:SECRET_TOKEN': 'shh-very-secret' });
    expect(await cli.run('run', { command: 'pwd', folder: 'here' })).toMatchObject({ data: { stdout: `${folder}\n` } });
    const { stdout } = (await cli.run('run', { command: 'env' })).data as { stdout: string };
    expect(stdout).toContain('TOKEN=shh-very-secret');
    expect(stdout).toContain('PLAIN=yes');
    expect(stdout).not.toContain('VITEST');
    expect(cli.effect('run', { command: 'touch', args: ['x'] })).toBe('write');
    expect(await failureOf(cli.run('run', { command: 'pwd', folder: 'here/../..' }))).toMatchObject({
      code: 'outside_roots',
    });
  });

  test('that fails says its code and its last words', async () => {
    const cli = aCli({ commands: [{ line: 'ls /nowhere-at-all' }] });
    const failure = await failureOf(cli.run('run', { command: 'ls', args: ['/nowhere-at-all'] }));
    expect(failure).toMatchObject({ kind: 'invalid', code: 'command_failed' });
    expect(failure.message).toContain('No such file');
  });

  test('ends when the task is cancelled', async () => {
    const stop = new AbortController();
    const cli = aCli({ commands: [{ line: 'sleep 60' }] });
    const began = performance.now();
    const failed = failureOf(
      cli.run(
        'run',
        { command: 'sleep', args: ['60'] },
        { signal: stop.signal, config: { commands: [{ line: 'sleep 60' }] } },
      ),
    );
    setImmediate(() => stop.abort(new Error('cancelled')));
    expect(await failed).toMatchObject({ message: 'cancelled' });
    await until(() => performance.now() - began < 2000);
  });
});
