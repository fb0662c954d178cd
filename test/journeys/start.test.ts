/** Nima starting where something is wrong: one clear message each, and nothing touched. */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, test, vi } from 'vitest';
import { aFolder, runNima, startNima } from '../support/process.ts';

// Each step starts a process; a busy machine takes its time.
vi.setConfig({ testTimeout: 90_000 });

test('all wrong settings are told at once, by the name they were given', async () => {
  const folder = aFolder();
  const environment = { NIMA_SERVER_PORT: 'abc', NIMA_MODEL_PROVIDER: 'magic', NIMA_SERVER_PROT: '1' };

  const { code, stderr } = await runNima(folder, ['serve'], { environment });

  expect(code).toBe(1);
  expect(stderr).toContain('NIMA_SERVER_PORT');
  expect(stderr).toContain('NIMA_MODEL_PROVIDER');
  expect(stderr).toContain('NIMA_SERVER_PROT is not a setting');
});

test('a settings file that is not YAML is named with its line', async () => {
  const folder = aFolder();
  writeFileSync(join(folder, 'nima.yaml'), 'server:\n  port: [8002\n');

  const { code, stderr } = await runNima(folder, ['serve']);

  expect(code).toBe(1);
  expect(stderr).toMatch(/nima\.yaml cannot be read: .+line/);
});

test('a taken port is told with what to do', async () => {
  const folder = aFolder();
  const first = await startNima(folder);
  const port = new URL(first.url).port;

  const { code, stderr } = await runNima(aFolder(), ['serve'], { environment: { NIMA_SERVER_PORT: port } });

  expect(code).toBe(1);
  expect(stderr).toContain(`Port ${port} is taken`);
});

test('a data folder that is a file is told, not crashed over', async () => {
  const file = join(aFolder(), 'data');
  writeFileSync(file, '');

  const { code, stderr } = await runNima(file, ['serve']);

  expect(code).toBe(1);
  expect(stderr).toMatch(/The data folder .+ cannot be used: .+NIMA_DATA_FOLDER/);
});

test.skipIf(process.getuid?.() === 0)(
  'a data folder without write permission is told (root may write everywhere, so skipped for root)',
  async () => {
    const folder = join(aFolder(), 'data');
    mkdirSync(folder);
    chmodSync(folder, 0o500);

    const { code, stderr } = await runNima(folder, ['serve']);

    expect(code).toBe(1);
    expect(stderr).toContain('cannot be used');
  },
);

test('a database from a newer Nima is refused and left as it was', async () => {
  const folder = aFolder();
  await (await startNima(folder)).kill();
  const path = join(folder, 'nima.db');
  const db = new DatabaseSync(path);
  db.exec("insert into migrations values ('memory', 9999, 'from-the-future', 0)");
  db.close();
  const before = readFileSync(path);

  const { code, stderr } = await runNima(folder, ['serve']);

  expect(code).toBe(1);
  expect(stderr).toContain('written by a newer Nima (it has memory 9999 "from-the-future")');
  expect(readFileSync(path).equals(before)).toBe(true);
});

test('a reader who has seen enough ends a command quietly', () => {
  const [folder, bin] = [aFolder(), join(import.meta.dirname, '../../bin/nima')];
  const environment = { ...process.env, NIMA_DATA_FOLDER: folder };
  const line = `"${bin}" help | head -1; echo "ended with \${PIPESTATUS[0]}"`;

  const { stdout, stderr } = spawnSync('bash', ['-c', line], { env: environment, encoding: 'utf8' });

  expect(stderr).toBe('');
  expect(stdout).toMatch(/^Usage: nima .*\nended with 0\n$/);
});

test('a database file that is none is told and left as it was', async () => {
  const folder = aFolder();
  const path = join(folder, 'nima.db');
  writeFileSync(path, 'this is not a database, it only stands where one should be'.repeat(100));

  const { code, stderr } = await runNima(folder, ['serve']);

  expect(code).toBe(1);
  expect(stderr).toMatch(/damaged|not a database/);
  expect(readFileSync(path, 'utf8')).toContain('this is not a database');
});

const canMount = ((): boolean => {
  if (process.getuid?.() !== 0) return false;
  const folder = '/tmp/nima-mount-probe';
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    execFileSync('umount', [folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test.skipIf(!canMount)(
  'a full disk refuses the message in plain words, keeps what was acknowledged and recovers (needs mount)',
  async () => {
    const folder = aFolder();
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', folder]);
    try {
      const nima = await startNima(folder);
      await nima.api('POST', '/v1/memory/facts', { fact: 'The disk was empty once' });
      execFileSync('sh', ['-c', `dd if=/dev/zero of=${folder}/filler bs=4096 2>/dev/null; true`]);
      const long = 'words '.repeat(5000);

      const refusals: string[] = [];
      for (let attempt = 0; attempt < 40 && refusals.length === 0; attempt++) {
        await nima
          .api('POST', '/v1/chat', { messages: [{ role: 'user', content: long }] })
          .catch((error: Error) => refusals.push(error.message));
      }
      execFileSync('rm', [join(folder, 'filler')]);
      const after = await nima.api('POST', '/v1/memory/facts', { fact: 'The disk has room again' });
      const { facts } = await nima.api('GET', '/v1/memory/facts');

      expect(refusals[0]).toContain('503');
      expect(refusals[0]).toContain('disk is full');
      expect(after.fact).toBe('The disk has room again');
      expect(facts.map(({ fact }: { fact: string }) => fact)).toContain('The disk was empty once');
      await nima.kill();
    } finally {
      execFileSync('umount', ['-l', folder]);
    }
  },
);
