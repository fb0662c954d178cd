/** Commands of this machine: only those on the owner's list, word by word, without a shell. */
import { z } from 'zod';
import { type Action, defineAction, type Integration, type Work } from '../../../copilot/tasks/ports/integration.ts';
import type { Machine } from '../../../copilot/tasks/ports/machine.ts';
import { Failure } from '../../../kernel/errors.ts';
import { type CliConfig, cliConfig, type Rule, ruleFor } from './config.ts';

const params = z.strictObject({
  command: z.string().min(1).max(200).describe('The program: `git`'),
  args: z.array(z.string().max(2000)).max(50).default([]).describe('Its arguments, one by one: `["status"]`'),
  folder: z.string().max(1000).optional().describe('Where it runs: the name of a root, and a path below it'),
});
type Params = z.output<typeof params>;

/** A repository must not make git run programs of its own choice. */
const GIT_ENVIRONMENT = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_COUNT: '3',
  GIT_CONFIG_KEY_0: 'core.hooksPath',
  GIT_CONFIG_VALUE_0: '/dev/null',
  GIT_CONFIG_KEY_1: 'core.fsmonitor',
  GIT_CONFIG_VALUE_1: 'false',
  GIT_CONFIG_KEY_2: 'diff.external',
  GIT_CONFIG_VALUE_2: '',
  GIT_PAGER: 'cat',
} as const;

const configOf = ({ config }: Work): CliConfig => config as CliConfig;
const lineOf = ({ command, args }: Params): string => [command, ...args].join(' ');

function allowed(rules: readonly Rule[], asked: Params): Rule {
  const found = ruleFor(rules, [asked.command, ...asked.args]);
  if (found) return found;
  const text = `"${lineOf(asked)}" is not on the list of commands. Add it under integrations.cli.commands in nima.yaml if it is safe.`;
  throw new Failure('forbidden', text, { code: 'command_not_allowed', details: { line: lineOf(asked) } });
}

function environmentOf({ path, environment }: CliConfig, home: string, work: Work): Record<string, string> {
  const own = Object.entries(environment).map(([name, value]) => [
    name,
    /^(env|file):/.test(value) ? work.secret(value).reveal() : value,
  ]);
  return { ...GIT_ENVIRONMENT, PATH: path, HOME: home, LANG: 'C.UTF-8', TERM: 'dumb', ...Object.fromEntries(own) };
}

/** `rules` are those of the settings: what a command does must be known before there is a task. */
function runAction(machine: Machine, rules: readonly Rule[]): Action {
  return defineAction({
    name: 'run',
    summary: 'Run a command of the list',
    params,
    effectOf: (asked) => allowed(rules, asked).effect,
    isRepeatable: (asked) => allowed(rules, asked).effect === 'read',
    preview: async (asked) => `Run \`${lineOf(asked)}\`${asked.folder ? ` in ${asked.folder}` : ''}.`,
    async run(asked, work) {
      const config = configOf(work);
      allowed(config.commands, asked);
      const cwd = asked.folder ? (await machine.place(config.roots, asked.folder)).path : '/';
      const { timeoutMs, outputBytesMax } = config;
      const { code, stdout, stderr, isCut } = await machine.run({
        ...{ command: asked.command, args: asked.args, cwd, timeoutMs, outputBytesMax },
        env: environmentOf(config, machine.home, work),
        signal: work.signal,
        onLine: (line) => work.log(line),
      });
      if (code !== 0) {
        const said = (stderr.trim() || stdout.trim()).split('\n').slice(-3).join(' ');
        throw new Failure(
          'invalid',
          `\`${lineOf(asked)}\` ended with ${code ?? 'a signal'}: ${said || 'it said nothing'}.`,
          {
            code: 'command_failed',
            details: { code },
          },
        );
      }
      const [first = ''] = stdout.trim().split('\n');
      return {
        summary: first ? `\`${lineOf(asked)}\`: ${first.slice(0, 200)}` : `\`${lineOf(asked)}\` ran.`,
        data: { code, stdout, stderr, cut: isCut },
        isUntrusted: true,
      };
    },
  });
}

const commandsAction = (rules: readonly Rule[]): Action =>
  defineAction({
    name: 'commands',
    summary: 'List the commands that may run',
    params: z.strictObject({}),
    effectOf: () => 'read',
    preview: async () => 'List the commands that may run.',
    run: async () => ({
      summary: `${rules.length} commands may run: ${rules.map(({ line }) => line).join('; ')}.`,
      data: { commands: rules },
    }),
  });

/** `settings` as written under integrations.cli; the list decides what each command does before anything runs. */
export function cliIntegration(machine: Machine, settings: unknown = {}): Integration {
  // Faults of the settings are told by whoever reads them; until then nothing may run.
  const commands = cliConfig.safeParse(settings).data?.commands ?? [];
  return {
    name: 'cli',
    summary: 'Commands of this machine, from a list the owner keeps',
    config: cliConfig,
    actions: [runAction(machine, commands), commandsAction(commands)],
    tested: 'real peer',
    health: async (work) => ({ isReady: true, text: `${configOf(work).commands.length} commands may run.` }),
  };
}
