/** Runs git to look at a repository, with everything switched off by which a repository could run a program. */
import { execFile } from 'node:child_process';
import { Failure } from '../../../kernel/errors.ts';

/** A repository that needs longer to say what it holds is left for the next reading. */
const TIMEOUT_MS = 20_000;
const OUTPUT_BYTES_MAX = 8_388_608;

const SAFE = [
  'core.hooksPath=/dev/null',
  'core.fsmonitor=false',
  'core.pager=cat',
  'diff.external=',
  'core.quotePath=false',
  'log.showSignature=false',
].flatMap((setting) => ['-c', setting]);

export function runGit(folder: string, args: readonly string[], signal: AbortSignal): Promise<string> {
  const options = {
    cwd: folder,
    signal,
    timeout: TIMEOUT_MS,
    maxBuffer: OUTPUT_BYTES_MAX,
    // Nothing of Nima's own environment but where programs are; a repository of another user may be read.
    env: {
      PATH: '/usr/local/bin:/usr/bin:/bin',
      LC_ALL: 'C',
      GIT_TERMINAL_PROMPT: '0',
      GIT_OPTIONAL_LOCKS: '0',
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'safe.directory',
      GIT_CONFIG_VALUE_0: '*',
    },
  };
  return new Promise((resolve, reject) => {
    execFile('git', [...SAFE, ...args], options, (cause, stdout, stderr) => {
      if (!cause) return resolve(stdout);
      if (signal.aborted) return reject(signal.reason);
      const line = stderr.split('\n').find(Boolean) ?? cause.message;
      reject(new Failure('unavailable', `git could not read ${folder}: ${line}`, { code: 'git_failed', cause }));
    });
  });
}
