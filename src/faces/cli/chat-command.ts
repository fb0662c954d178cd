/** `nima chat`: one question from the command line or standard input, or a conversation in the terminal. */
import type { Command } from 'commander';
import { asFailure } from '../../kernel/errors.ts';
import { converse } from './chat-turn.ts';
import type { Following } from './follow.ts';
import { readAll } from './io.ts';
import { paintFor } from './paint.ts';
import { usage } from './read-input.ts';

const GOODBYES: readonly string[] = ['/quit', '/exit', '/q'];

/** Line by line until /quit or the end of input. A failed answer is said, and the talk goes on. */
async function talk(following: Following, begunIn: string | null): Promise<void> {
  const { io } = following;
  const { dim, bold, red } = paintFor(io.isColored);
  let conversationId = begunIn;
  io.stderr.write(dim('/quit ends. Ctrl+C stops an answer.\n'));
  for (;;) {
    const line = await io.ask(bold('› '));
    if (line === null || GOODBYES.includes(line.trim())) return;
    if (line.trim() === '') continue;
    try {
      conversationId = await converse(following, line, conversationId);
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
  command.action(async (words: readonly string[], { conversation }: { conversation?: string }) => {
    const { io } = following;
    const id = conversation ?? null;
    if (words.length === 0 && io.isTty) return talk(following, id);
    const text = words.length > 0 ? words.join(' ') : await readAll(io.stdin);
    if (text.trim() === '') throw usage('Say something: nima chat "What did we decide about backups?"');
    await converse(following, text, id);
  });
}
