import { expect, test } from 'vitest';
import { aNima } from '../../../test/support/nima.ts';
import { say } from '../../../test/support/scripted-model.ts';
import { leaveTalk, runSlash, type Talk } from './chat-slash.ts';
import type { Following } from './follow.ts';

/** A terminal before a real Nima; `types` answers its questions. */
async function aTerminal(...types: string[]) {
  const nima = await aNima();
  let shown = '';
  const sink = { write: (text: string) => (shown += text) };
  const io = {
    stdin: (async function* (): AsyncGenerator<string> {})(),
    stdout: sink,
    stderr: sink,
    isTty: true,
    isColored: false,
    columns: 80,
    ask: async () => types.shift() ?? null,
    askHidden: async () => null,
    onInterrupt: () => () => undefined,
  };
  const following: Following = {
    catalog: nima.host.catalog,
    invoke: (operation, input) => nima.call(operation.name, input),
    io,
  };
  const talk: Talk = { conversationId: null, isPrivate: false, undo: null };
  const type = async (line: string) => {
    shown = '';
    return { isCommand: await runSlash(following, talk, line), shown };
  };
  return { nima, following, talk, type };
}

test('/remember keeps a fact, /undo takes it back, /forget asks first and is undone too', async () => {
  const { nima, type } = await aTerminal('n', 'y');
  const facts = async () => (await nima.call('memory.facts.list')).facts.length;
  expect((await type('/remember the router is in the attic')).shown).toContain(
    'Remembered: the router is in the attic',
  );
  expect((await type('/forget the router')).shown).toContain('Kept');
  expect((await type('/forget the router')).shown).toContain('Forgotten');
  expect(await facts()).toBe(0);
  await type('/undo');
  expect(await facts()).toBe(1);
  expect((await type('/undo')).shown).toContain('nothing to undo');
});

test('/fork goes on in a copy, /search finds, /context measures', async () => {
  const { nima, talk, type } = await aTerminal();
  const { conversation_id } = await nima.call('chat.send', say('The zebra is striped'));
  talk.conversationId = conversation_id;
  expect((await type('/fork')).shown).toContain('Fork of The zebra is striped: 2 turns');
  expect(talk.conversationId).not.toBe(conversation_id);
  expect((await type('/search zebra')).shown).toContain('The zebra is striped');
  expect((await type('/context')).shown).toMatch(/of 8192 tokens\npersona/);
});

test('/private begins a talk that is removed when its owner leaves', async () => {
  const { nima, following, talk, type } = await aTerminal();
  await type('/private');
  expect(talk).toMatchObject({ isPrivate: true, conversationId: null });
  const { conversation_id } = await nima.call('chat.send', say('Hush', { private: true }));
  await leaveTalk(following, { ...talk, conversationId: conversation_id });
  expect((await nima.call('conversations.list')).conversations).toEqual([]);
});

test('what is no command is said, and /help names them all', async () => {
  const { type } = await aTerminal();
  expect((await type('/etc/hosts is wrong')).isCommand).toBe(false);
  expect((await type('/help')).shown.match(/^\/\w+/gm)).toHaveLength(7);
});
