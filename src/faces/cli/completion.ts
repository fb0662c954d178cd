/** Completion scripts for shells, written out whole: completing a word starts no program. */
import type { Catalog } from '../../kernel/catalog.ts';
import { commandOf } from '../../kernel/names.ts';
import { shapeOf } from './shape.ts';

export const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** What may follow some words: subcommands, or the flags of a command. */
interface Step {
  readonly path: string;
  readonly words: readonly string[];
  readonly isLeaf: boolean;
}

/** `"; rm -rf` in a summary or name must not become a command of the shell. */
const safe = (words: readonly string[]): string[] => words.filter((word) => /^[\w-]+$/.test(word));

function stepsOf({ operations }: Catalog, programs: readonly { name: string }[]): Step[] {
  const offered = [...operations.values()].filter(({ offeredIn }) => offeredIn.includes('cli'));
  const groups = new Map<string, Set<string>>();
  const leaves = offered.map((operation) => {
    const words = commandOf(operation);
    for (const [depth, word] of words.entries()) {
      const path = words.slice(0, depth).join(' ');
      groups.set(path, (groups.get(path) ?? new Set()).add(word));
    }
    const flags = shapeOf(operation).options.map(({ flag }) => `--${flag}`);
    const yes = operation.effect === 'destroy' ? ['--yes'] : [];
    return { path: words.join(' '), words: [...flags, '--json', '--input', ...yes], isLeaf: true };
  });
  const own = ['completion', 'help', ...programs.map(({ name }) => name)];
  groups.set('', new Set([...(groups.get('') ?? []), ...own]));
  groups.set('completion', new Set(SHELLS));
  const branches = [...groups].map(([path, words]) => ({ path, words: safe([...words]), isLeaf: false }));
  // The longest path is looked for first.
  return [...leaves, ...branches].sort((a, b) => b.path.length - a.path.length);
}

const casesOf = (steps: readonly Step[], act: (words: string) => string): string =>
  steps
    .map(({ path, words, isLeaf }) => {
      const pattern = isLeaf ? `" ${path}"|" ${path} "*` : `"${path ? ` ${path}` : ''}"`;
      return `    ${pattern}) ${act(words.join(' '))} ;;`;
    })
    .join('\n');

function bashScript(steps: readonly Step[]): string {
  return `# nima completion for bash:  source <(nima completion bash)
_nima() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" path="" words="" i
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "\${COMP_WORDS[i]}" in -*) ;; *) path+=" \${COMP_WORDS[i]}" ;; esac
  done
  case "$path" in
${casesOf(steps, (words) => `words="${words}"`)}
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _nima nima
`;
}

function zshScript(steps: readonly Step[]): string {
  return `#compdef nima
# nima completion for zsh:  nima completion zsh > "\${fpath[1]}/_nima"
_nima() {
  local path_typed="" word
  for word in "\${words[@]:1:$((CURRENT - 2))}"; do
    case "$word" in -*) ;; *) path_typed+=" $word" ;; esac
  done
  case "$path_typed" in
${casesOf(steps, (words) => `compadd -- ${words}`)}
  esac
}
if [ "$funcstack[1]" = "_nima" ]; then _nima "$@"; else compdef _nima nima; fi
`;
}

function fishScript(steps: readonly Step[]): string {
  const lines = steps.map(({ path, words, isLeaf }) => {
    const test = isLeaf ? `string match -q -- '${path}*' (__nima_path)` : `test (__nima_path) = '${path}'`;
    return `complete -c nima -f -n "${test}" -a '${words.join(' ')}'`;
  });
  return `# nima completion for fish:  nima completion fish > ~/.config/fish/completions/nima.fish
function __nima_path
  set -l typed (commandline -opc)
  set -e typed[1]
  string join ' ' (string match -v -- '-*' $typed); or echo ''
end
${lines.join('\n')}
`;
}

export function completionScript(
  shell: (typeof SHELLS)[number],
  catalog: Catalog,
  programs: readonly { name: string }[],
): string {
  const steps = stepsOf(catalog, programs);
  const write = { bash: bashScript, zsh: zshScript, fish: fishScript }[shell];
  return write(steps);
}
