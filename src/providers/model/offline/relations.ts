/**
 * What the offline model knows about the world: words that ask for the same relation (live, based, home) and members of
 * a few kinds an engineer asks for (editor: neovim, vim …). Data only; small, because a wrong entry makes a wrong answer.
 */
import { stem } from './words.ts';

const RELATIONS = {
  name: 'name named call called nickname',
  live: 'live lives reside based home located',
  work: 'work works job employer employed company profession',
  like: 'like likes love loves enjoy enjoys prefer prefers preference favorite favourite',
  dislike: 'dislike dislikes hate hates avoid avoids detest',
  use: 'use uses using',
  have: 'have has had own owns',
  know: 'know knows speak speaks fluent',
  birth: 'birthday born birthdate',
  age: 'age old',
} as const;
export type Relation = keyof typeof RELATIONS;

const RELATION_OF_STEM: ReadonlyMap<string, Relation> = new Map(
  (Object.keys(RELATIONS) as Relation[]).flatMap((relation) =>
    RELATIONS[relation].split(' ').map((word): [string, Relation] => [stem(word), relation]),
  ),
);

export const relationOf = (stemmed: string): Relation | undefined => RELATION_OF_STEM.get(stemmed);

const KINDS: Readonly<Record<string, string>> = {
  editor: 'neovim vim emacs vscode zed helix sublime nano intellij webstorm pycharm cursor',
  ide: 'vscode intellij webstorm pycharm zed cursor',
  database: 'postgres postgresql mysql mariadb sqlite redis mongodb cassandra clickhouse duckdb dynamodb cockroachdb',
  language: `rust go golang python typescript javascript java kotlin swift ruby elixir erlang haskell c c++ c# zig scala
    php perl lua english german french spanish italian portuguese polish dutch japanese chinese`,
  shell: 'bash zsh fish nushell powershell',
  os: 'linux macos windows ubuntu debian fedora arch nixos freebsd',
  distribution: 'ubuntu debian fedora arch nixos alpine',
  cloud: 'aws gcp azure hetzner digitalocean cloudflare linode',
  colour: 'red green blue yellow black white grey gray orange purple pink brown silver',
  drink: 'tea coffee water juice beer wine espresso matcha mate',
  theme: 'dark light solarized dracula gruvbox nord',
  day: 'monday tuesday wednesday thursday friday saturday sunday',
  month: 'january february march april june july august september october november december',
  framework: 'react vue svelte angular django rails flask fastapi express hono next spring laravel phoenix',
  pet: 'cat dog parrot hamster rabbit fish tortoise',
};
const SAME_KIND: Readonly<Record<string, string>> = { color: 'colour', beverage: 'drink', distro: 'distribution' };

const MEMBERS_OF_STEM: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...Object.keys(KINDS), ...Object.keys(SAME_KIND)].map((kind) => {
    const members = KINDS[SAME_KIND[kind] ?? kind] ?? '';
    return [stem(kind), new Set(members.split(/\s+/).map(stem))];
  }),
);

/** True when one of the stems is a member of the kind: `neovim` is an editor. */
export function hasMember(stems: readonly string[], kind: string): boolean {
  const members = MEMBERS_OF_STEM.get(kind);
  return members !== undefined && stems.some((stemmed) => members.has(stemmed));
}
