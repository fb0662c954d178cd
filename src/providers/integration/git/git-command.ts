/**
 * The real git, held so that nothing but git runs: no hooks, no prompts, no helpers, no settings of this machine, only
 * the protocols the owner allows, and connections only to the address that was checked.
 */
import type { Work } from '../../../copilot/tasks/ports/integration.ts';
import type { Machine } from '../../../copilot/tasks/ports/machine.ts';
import { Failure } from '../../../kernel/errors.ts';
import { configOf, type GitConfig } from './config.ts';

const OUTPUT_BYTES_MAX = 1_000_000;

export interface GitMeans {
  readonly machine: Machine;
  /** The one address a host may be reached at; throws `forbidden` for a private one that is not allowed. */
  readonly addressOf: (host: string) => Promise<string>;
}

const NEVER: readonly (readonly [string, string])[] = [
  ['core.hooksPath', '/dev/null'],
  ['core.fsmonitor', 'false'],
  ['core.askPass', ''],
  ['credential.helper', ''],
  ['protocol.allow', 'never'],
  ['submodule.recurse', 'false'],
  ['fetch.recurseSubmodules', 'false'],
  ['http.followRedirects', 'false'],
  ['commit.gpgSign', 'false'],
  ['core.sshCommand', 'ssh -oBatchMode=yes -oStrictHostKeyChecking=yes'],
  ['gc.auto', '0'],
  ['advice.detachedHead', 'false'],
];

type Settings = typeof NEVER;

/** Settings of one command, by the environment: they win over those of a repository, and no process list shows them. */
function environmentOf(settings: Settings, { path, author }: GitConfig, home: string): Record<string, string> {
  const numbered = settings.flatMap(([key, value], at) => [
    [`GIT_CONFIG_KEY_${at}`, key],
    [`GIT_CONFIG_VALUE_${at}`, value],
  ]);
  return {
    ...{ PATH: path, HOME: home, LANG: 'C.UTF-8', GIT_TERMINAL_PROMPT: '0', GIT_PAGER: 'cat' },
    ...{ GIT_CONFIG_NOSYSTEM: '1', GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_COUNT: String(settings.length) },
    ...{ GIT_AUTHOR_NAME: author.name, GIT_AUTHOR_EMAIL: author.email },
    ...{ GIT_COMMITTER_NAME: author.name, GIT_COMMITTER_EMAIL: author.email },
    ...Object.fromEntries(numbered),
  };
}

interface Remote {
  readonly protocol: string;
  readonly host: string;
  readonly port: string;
}

/** `https://host/path`, `ssh://…`, `git@host:path`, `/path`. */
export function remoteOf(url: string): Remote {
  const scp = /^(?:[\w.-]+@)?([\w.-]+):(?!\/\/)(.+)$/.exec(url);
  if (scp) return { protocol: 'ssh', host: scp[1] ?? '', port: '22' };
  if (url.startsWith('/')) return { protocol: 'file', host: '', port: '' };
  const parsed = URL.parse(url);
  if (!parsed || parsed.password || parsed.username.includes(':')) {
    throw new Failure(
      'invalid',
      'That is no address of a repository, or it holds a password. Keep it under integrations.git.credentials.',
      {
        code: 'git_address_invalid',
      },
    );
  }
  const protocol = parsed.protocol.slice(0, -1);
  const port = parsed.port || { https: '443', http: '80', ssh: '22' }[protocol] || '';
  return { protocol, host: parsed.hostname, port };
}

/** What reaching this remote takes: its protocol allowed, its address pinned, its credential beside it. */
async function settingsFor(url: string, { addressOf }: GitMeans, work: Work): Promise<Settings> {
  const { protocols, credentials } = configOf(work);
  const { protocol, host, port } = remoteOf(url);
  if (!protocols.some((allowed) => allowed === protocol)) {
    const text = `A remote by ${protocol} is not allowed. Name the protocol under integrations.git.protocols if it is meant.`;
    throw new Failure('forbidden', text, { code: 'git_protocol_refused' });
  }
  const allowed = [`protocol.${protocol}.allow`, 'always'] as const;
  if (protocol === 'file') return [allowed];
  const address = await addressOf(host);
  if (protocol === 'ssh') return [allowed];
  const pinned = ['http.curloptResolve', `${host}:${port}:${address}`] as const;
  const known = credentials[host];
  if (!known) return [allowed, pinned];
  const basic = Buffer.from(`${known.username}:${work.secret(known.password).reveal()}`).toString('base64');
  return [allowed, pinned, ['http.extraHeader', `Authorization: Basic ${basic}`]];
}

const UNREACHABLE =
  /could not resolve|connection (refused|timed out|reset)|failed to connect|timed out|HTTP (5\d\d|429)|early EOF/i;
const REFUSED = /authentication failed|could not read username|permission denied|HTTP 40[13]|\b40[13]\b/i;

function failureOf(args: readonly string[], said: string): Failure {
  const last = said.trim().split('\n').slice(-4).join(' ').replaceAll(/\s+/g, ' ').slice(0, 500);
  const text = `git ${args[0] ?? ''}: ${last || 'it said nothing'}`;
  if (REFUSED.test(said)) {
    const hint = 'Keep a token for the host under integrations.git.credentials.';
    return new Failure('forbidden', `${text}. ${hint}`, { code: 'git_refused' });
  }
  if (UNREACHABLE.test(said)) return new Failure('unavailable', text, { code: 'git_unreachable' });
  return new Failure('invalid', text, { code: 'git_failed' });
}

export class Git {
  readonly #means: GitMeans;
  readonly work: Work;

  constructor(means: GitMeans, work: Work) {
    this.#means = means;
    this.work = work;
  }

  place(folder: string) {
    return this.#means.machine.place(configOf(this.work).roots, folder);
  }

  /** Standard output. Throws in git's own words. `remote` is the address it will talk to. */
  async run(cwd: string, args: readonly string[], remote?: string): Promise<string> {
    const config = configOf(this.work);
    const { machine } = this.#means;
    const settings = [...NEVER, ...(remote ? await settingsFor(remote, this.#means, this.work) : [])];
    const { code, stdout, stderr } = await machine.run({
      ...{ command: 'git', args, cwd, timeoutMs: config.timeoutMs, outputBytesMax: OUTPUT_BYTES_MAX },
      env: environmentOf(settings, config, machine.home),
      signal: this.work.signal,
    });
    for (const line of stderr.split('\n').filter(Boolean).slice(-20)) this.work.log(line);
    if (code !== 0) throw failureOf(args, stderr || stdout);
    return stdout;
  }

  /** The working tree a folder names; it must be the top of one, so that no repository around a root is meant. */
  async repository(folder: string): Promise<string> {
    const { path } = await this.place(folder);
    const top = await this.run(path, ['rev-parse', '--show-toplevel']).catch(() => '');
    if (top.trim() === path) return path;
    throw new Failure('not_found', `${folder} is no git repository.`, { code: 'repository_unknown' });
  }

  async remoteUrl(path: string, remote: string): Promise<string> {
    return (await this.run(path, ['remote', 'get-url', '--push', '--', remote])).trim();
  }
}
