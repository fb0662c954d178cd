/** Tools by kind, for "I switched to Helix": an editor takes the place of an editor. Data only; one has one of each kind. */

const KINDS = {
  editor: 'vim|neovim|emacs|vscode|vs code|visual studio code|helix|zed|sublime|nano|intellij|webstorm|pycharm|cursor',
  shell: 'bash|zsh|fish|nushell|powershell',
  browser: 'firefox|chrome|chromium|safari|brave|vivaldi|edge|arc|opera',
  terminal: 'alacritty|kitty|wezterm|iterm2|ghostty',
  deploys: 'helm|kustomize|argo|argocd|argo cd|flux|jenkins|terraform|opentofu|pulumi|ansible|nomad|spinnaker',
  ci: 'jenkins|github actions|gitlab ci|drone|circleci|woodpecker|buildkite|travis',
  chat: 'slack|zulip|discord|teams|mattermost|matrix',
  tracker: 'jira|linear|trello|asana|github issues|youtrack|redmine',
  notes: 'notion|obsidian|evernote|logseq|joplin|roam',
  database: 'postgres|postgresql|mysql|mariadb|sqlite|mongodb|oracle|cockroachdb',
  cloud: 'aws|azure|gcp|hetzner|digitalocean|heroku|fly|fly.io|linode|scaleway',
  system: 'ubuntu|debian|fedora|arch|nixos|macos|windows|opensuse',
} as const;
export type Kind = keyof typeof KINDS;

const MEMBERS = Object.entries(KINDS).map(([kind, names]) => ({
  kind: kind as Kind,
  names: new Set(names.split('|')) as ReadonlySet<string>,
}));

/** The first kind a tool is of; null for what is not listed. */
export function kindOf(name: string): Kind | null {
  const plain = name.toLowerCase().trim();
  return MEMBERS.find(({ names }) => names.has(plain))?.kind ?? null;
}

export const membersOf = (kind: Kind): readonly string[] => [
  ...(MEMBERS.find((one) => one.kind === kind)?.names ?? []),
];
