import { expect, test } from 'vitest';
import { z } from 'zod';
import { buildCatalog } from '../../kernel/catalog.ts';
import { defineModule } from '../../kernel/module.ts';
import { defineOperation } from '../../kernel/operation.ts';
import { createCli } from './create-cli.ts';
import type { CliIo } from './io.ts';

const STARTED = { type: 'turn.started', seq: 1, conversation_id: 'conv-1', turn_id: 'turn-1' };
const ended = (about: object = {}) => ({
  type: 'turn.ended',
  seq: 9,
  status: 'complete',
  facts_used: [],
  error: null,
  ...about,
});
const said = (text: string) => ({ type: 'text.delta', seq: 2, text });
const call = (type: string, state: string) => ({
  type,
  seq: 3,
  call: { state, summary: 'Forget a fact', preview: 'Forget: tea.', approval_id: 'a1' },
});

const aCatalog = () => {
  const operation = (name: string, events?: z.ZodType) =>
    defineOperation({
      name,
      summary: name,
      input: z.looseObject({ id: z.string().optional() }),
      output: z.object({}),
      ...(events ? { events } : {}),
      permission: 'chat:use',
      effect: 'write',
      examples: [],
      run: async () => ({}),
    });
  const folder = '';
  return buildCatalog([
    defineModule({
      name: 'chat',
      purpose: 'Talk',
      folder,
      operations: [operation('chat.stream', z.object({})), operation('chat.stop')],
    }),
    defineModule({
      name: 'approvals',
      purpose: 'Decisions',
      folder,
      operations: [operation('approvals.approve'), operation('approvals.deny')],
    }),
  ]);
};

interface Scene {
  readonly isTty?: boolean;
  /** Lines the person types, questions included; then the input ends. */
  readonly types?: readonly string[];
  readonly stdin?: string;
  readonly answer: (pressCtrlC: () => void) => AsyncIterable<object>;
}

async function play({ isTty = false, types = [], stdin = '', answer }: Scene, ...args: string[]) {
  const shown = { out: '', err: '' };
  const calls: [string, Record<string, unknown>][] = [];
  const lines = [...types];
  const interrupts = new Set<() => void>();
  const ask = async (question: string) => {
    shown.err += question;
    return lines.shift() ?? null;
  };
  const write = (to: 'out' | 'err') => (text: string) => {
    shown[to] += text;
  };
  const io: CliIo = {
    stdin: (async function* () {
      yield stdin;
    })(),
    stdout: { write: write('out') },
    stderr: { write: write('err') },
    isTty,
    isColored: false,
    columns: 80,
    ask,
    askHidden: ask,
    onInterrupt: (act) => {
      interrupts.add(act);
      return () => void interrupts.delete(act);
    },
  };
  const cli = createCli({
    catalog: aCatalog(),
    io,
    version: '1',
    async invoke({ name }, input) {
      calls.push([name, input]);
      return name === 'chat.stream' ? answer(() => [...interrupts].forEach((act) => void act())) : {};
    },
  });
  const code = await cli.run(['chat', ...args]);
  return { ...shown, code, calls };
}

test('one question on the command line is answered as it comes', async () => {
  async function* answer() {
    yield STARTED;
    yield said('You prefer ');
    yield said('tea.');
    yield ended({ facts_used: [{ fact: 'I prefer tea' }] });
  }
  const { out, err, code, calls } = await play({ answer }, 'what', 'do', 'I', 'drink');
  expect([out, err, code]).toEqual(['You prefer tea.\n', 'from memory: I prefer tea\n', 0]);
  expect(calls).toEqual([['chat.stream', { messages: [{ role: 'user', content: 'what do I drink' }] }]]);
});

test('a question may come through a pipe, into a conversation that is there', async () => {
  async function* answer() {
    yield ended();
  }
  const { calls } = await play({ answer, stdin: 'why?\n' }, '--conversation', 'conv-7');
  expect(calls[0]?.[1]).toEqual({ messages: [{ role: 'user', content: 'why?\n' }], conversation_id: 'conv-7' });
});

test('a conversation in the terminal keeps to itself until /quit', async () => {
  async function* answer() {
    yield STARTED;
    yield said('Yes.');
    yield ended();
  }
  const { calls, out } = await play({ answer, isTty: true, types: ['first', ' ', 'second', '/quit', 'never'] });
  expect(calls.map(([, input]) => input.conversation_id)).toEqual([undefined, 'conv-1']);
  expect(out).toBe('Yes.\nYes.\n');
});

test.each([
  ['y', 'approvals.approve'],
  ['', 'approvals.deny'],
])('an approval is asked for where it comes up; "%s" means %s', async (typed, decision) => {
  async function* answer() {
    yield STARTED;
    yield said('I will forget it.');
    yield call('tool.call', 'running');
    yield call('tool.result', 'asks');
    yield ended({ status: 'asks' });
    yield call('tool.result', 'asks');
    yield call('tool.result', 'done');
    yield said('Gone.');
    yield ended();
  }
  const { calls, err } = await play({ answer, isTty: true, types: ['forget tea', typed] });
  expect(calls[1]).toEqual([decision, { id: 'a1' }]);
  expect(calls).toHaveLength(2);
  expect(err).toContain('· Forget a fact\n');
  expect(err).toContain('? Forget: tea. Approve? [y/N]');
  expect(err).toContain('✓ Forget a fact');
});

test('an approval nobody can give here ends the command and says how to give it', async () => {
  async function* answer() {
    yield STARTED;
    yield call('tool.result', 'asks');
    yield ended({ status: 'asks' });
    await new Promise(() => undefined);
  }
  const { code, err } = await play({ answer }, 'forget tea');
  expect([code, err]).toEqual([3, 'Forget: tea. This waits for you: nima approvals approve a1\n']);
});

test('Ctrl+C stops the answer where it is made, and keeps what was said', async () => {
  const { code, calls, out, err } = await play(
    {
      answer: async function* (pressCtrlC) {
        yield STARTED;
        yield said('It goes on');
        pressCtrlC();
        yield ended({ status: 'stopped' });
      },
    },
    'tell me',
  );
  expect(calls[1]).toEqual(['chat.stop', { id: 'turn-1' }]);
  expect([out, err, code]).toEqual(['It goes on\n', 'Stopped.\n', 0]);
});

test('an answer that failed says why and ends so; a conversation goes on', async () => {
  async function* answer() {
    yield said('Well');
    yield ended({
      status: 'failed',
      error: { kind: 'unavailable', code: 'model_gone', message: 'The model is gone.' },
    });
  }
  expect(await play({ answer }, 'hello')).toMatchObject({ code: 7, err: 'The model is gone.\n' });
  const talk = await play({ answer, isTty: true, types: ['one', 'two', '/quit'] });
  expect([talk.code, talk.calls.length]).toEqual([0, 2]);
});
