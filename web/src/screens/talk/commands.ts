/** The words behind `/`: each writes the beginning of a plain sentence, or acts. Pure. */

export interface Command {
  readonly name: string;
  readonly meaning: string;
  /** What is written into the message; none for a command that acts by itself. */
  readonly writes: string | null;
}

export const COMMANDS = [
  { name: '/remember', meaning: 'Keep something', writes: 'Remember that ' },
  { name: '/forget', meaning: 'Take something out of memory', writes: 'Forget that ' },
  { name: '/search', meaning: 'Find what was said', writes: 'Search our conversations for ' },
  { name: '/new', meaning: 'Begin a new conversation', writes: null },
  { name: '/help', meaning: 'Show the keys', writes: null },
] as const satisfies readonly Command[];

export type CommandName = (typeof COMMANDS)[number]['name'];

/** The commands a message may still become: it is one word that begins with a slash. */
export function commandsFor(text: string): readonly (Command & { name: CommandName })[] {
  if (!/^\/[a-z]*$/i.test(text)) return [];
  return COMMANDS.filter(({ name }) => name.startsWith(text.toLowerCase()));
}
