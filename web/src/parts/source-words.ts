/** Where a fact comes from and how far it is trusted, in words. Pure. */

const SOURCES: Readonly<Record<string, string>> = {
  explicit: 'you told me',
  conversation: 'you said',
  inferred: 'concluded from what you said',
};

export const sourceWords = (source: string): string => SOURCES[source] ?? source;

const TRUSTS: Readonly<Record<string, string>> = {
  owner: 'your words',
  derived: 'read from your words',
  imported: 'imported',
  quarantined: 'quarantined: shown, never used',
};

export const trustWords = (trust: string): string => TRUSTS[trust] ?? trust;

const ACTORS: Readonly<Record<string, string>> = {
  'person/rest': 'you, on this page or by the API',
  'person/cli': 'you, on the command line',
  'agent/chat': 'Nima, in a conversation',
  'agent/mcp': 'a program, over MCP',
  'system/job': 'Nima, from what you said',
};

export const actorWords = (actor: string): string => ACTORS[actor] ?? actor;
