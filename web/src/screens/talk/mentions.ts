/** The word behind an `@` at the end of a message, and how a chosen name takes its place. Pure. */

const MENTION = /(^|\s)@([\p{L}\p{N}_.-]*)$/u;

/** What was typed behind the `@` so far; null when the message does not end in one. */
export const mentionIn = (text: string): string | null => MENTION.exec(text)?.[2] ?? null;

export const withMention = (text: string, name: string): string =>
  text.replace(MENTION, (_, before: string) => `${before}@${name} `);
