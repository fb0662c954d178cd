/** What the cli integration is told: which commands may run, where, and with what environment. */
import { z } from 'zod';

const rule = z.strictObject({
  line: z
    .string()
    .min(1)
    .describe('The command word by word: `*` is one argument that is no option, `...` at the end any number of them.'),
  effect: z
    .enum(['read', 'write', 'spend', 'destroy'])
    .default('write')
    .describe('What it does: only what is said to `read` runs unasked for a model.'),
});
export type Rule = z.output<typeof rule>;

/** Commands that look and change nothing. */
const READ_ONLY = [
  'uptime',
  'uname -a',
  'df -h',
  'free -h',
  'git status',
  'git log --oneline -n 20',
  'git diff --stat',
  'kubectl top nodes',
  'kubectl top pods -A',
  'kubectl get pods -A',
  'kubectl get nodes',
  'flux get kustomizations -A',
] as const;

export const cliConfig = z.strictObject({
  roots: z.record(z.string(), z.string()).default({}).describe('Folders commands may run in, by name.'),
  commands: z
    .array(rule)
    .default(READ_ONLY.map((line) => ({ line, effect: 'read' as const })))
    .describe('The only commands that run. A list of your own replaces the usual one.'),
  path: z.string().default('/usr/local/bin:/usr/bin:/bin').describe('Where programs are looked for.'),
  environment: z
    .record(z.string(), z.string())
    .default({})
    .describe('Further variables, by value or by reference: `KUBECONFIG: /home/ana/.kube/config`, `TOKEN: env:X`.'),
  timeoutMs: z.number().int().min(100).default(60_000).describe('After this long a command is ended.'),
  outputBytesMax: z.number().int().min(1000).default(200_000).describe('Output kept; the rest is dropped.'),
});
export type CliConfig = z.output<typeof cliConfig>;

/** The rule that allows these words; null when none does. */
export function ruleFor(rules: readonly Rule[], words: readonly string[]): Rule | null {
  return rules.find(({ line }) => fits(line.split(/\s+/), words)) ?? null;
}

const isPlain = (word: string): boolean => !word.startsWith('-');

function fits(pattern: readonly string[], words: readonly string[]): boolean {
  const isOpenEnded = pattern.at(-1) === '...';
  const fixed = isOpenEnded ? pattern.slice(0, -1) : pattern;
  if (isOpenEnded ? words.length < fixed.length : words.length !== fixed.length) return false;
  const isHead = fixed.every((part, at) => part === words[at] || (part === '*' && at > 0 && isPlain(words[at] ?? '-')));
  return isHead && words.slice(fixed.length).every(isPlain);
}
