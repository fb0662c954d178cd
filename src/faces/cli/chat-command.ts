/** `nima chat`: one question from the command line or standard input, or a conversation in the terminal. */
import type { Command } from 'commander';
import { asFailure } from '../../kernel/errors.ts';
import { leaveTalk, runSlash, type Talk } from './chat-slash.ts';
import { converse } from './chat-turn.ts';
import type { Following } from './follow.ts';
import { readAll } from './io.ts';
import { paintFor } from './paint.ts';
import { usage } from './read-input.ts';

const GOODBYES: readonly string[] = ['/quit', '/exit', '/q'];

/** One line of a talk: a command about it, or something to say. */
async function takeLine(following: Following, state: Talk, line: string): Promise<void> {
  if (await runSlash(following, state, line)) return;
  state.conversationId = await converse(following, line, state);
}

/** Line by line until /quit or the end of input. A failed answer is said, and the talk goes on. */
async function talk(following: Following, state: Talk): Promise<void> {
  const { io } = following;
  const { dim, bold, red } = paintFor(io.isColored);
  io.stderr.write(dim('/quit ends, /help shows more. Ctrl+C stops an answer.\n'));
  for (;;) {
    const line = await io.ask(bold(state.isPrivate ? 'private › ' : '› '));
    if (line === null || GOODBYES.includes(line.trim())) return leaveTalk(following, state);
    if (line.trim() === '') continue;
    try {
      await takeLine(following, state, line);
    } catch (thrown) {
      const failure = asFailure(thrown);
      if (failure.kind === 'internal' || failure.kind === 'unauthenticated') throw thrown;
      io.stderr.write(`${red(failure.message)}\n`);
    }
  }
}

export function chatCommand(program: Command, following: Following): void {
  const command = program.commands.find((each) => each.name() === 'chat');
  if (!command || !following.catalog.operations.has('chat.stream')) return;
  command.argument('[message...]', 'what to say; without it, standard input or a conversation in the terminal');
  command.option('--conversation <id>', 'go on with this conversation');
  command.option('--private', 'begin a conversation that nobody remembers');
  command.action(async (words: readonly string[], chosen: { conversation?: string; private?: boolean }) => {
    const { io } = following;
    const isPrivate = chosen.private ?? false;
    const state: Talk = { conversationId: chosen.conversation ?? null, isPrivate, undo: null };
    if (words.length === 0 && io.isTty) return talk(following, state);
    const text = words.length > 0 ? words.join(' ') : await readAll(io.stdin);
    if (text.trim() === '') throw usage('Say something: nima chat "What did we decide about backups?"');
    state.conversationId = await converse(following, text, state);
    await leaveTalk(following, state);
  });
}
