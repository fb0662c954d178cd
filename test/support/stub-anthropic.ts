/**
 * A real HTTP server that speaks Anthropic's messages streaming protocol. Label: `recorded` — it is written from the
 * published schema and was never compared with the vendor's own server.
 */
import { stubReply } from './stub-mind.ts';
import { inPieces, type Protocol, type StubReply, type StubServer, startStubServer } from './stub-server.ts';

interface Block {
  readonly type: string;
  readonly text?: string;
  readonly content?: unknown;
}
interface MessagesBody {
  readonly model: string;
  readonly system?: readonly Block[];
  readonly messages: readonly { readonly role: string; readonly content: readonly Block[] }[];
  readonly tools?: readonly {
    readonly name: string;
    readonly input_schema?: { readonly required?: readonly string[] };
  }[];
}

export function startStubAnthropic(options: { port?: number } = {}): Promise<StubServer> {
  const protocol: Protocol = {
    generatePath: '/v1/messages',
    get: () => null,
    think: (body: MessagesBody) => stubReply(conversationOf(body)),
    spell: (reply, body: MessagesBody) => spell(reply, body),
    error: (status, message) => ({ type: 'error', error: { type: errorType(status), message } }),
  };
  return startStubServer(protocol, options.port);
}

const ERROR_TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  429: 'rate_limit_error',
  529: 'overloaded_error',
};
const errorType = (status: number): string =>
  ERROR_TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error');

function conversationOf({ system = [], messages, tools = [] }: MessagesBody) {
  const textOf = (blocks: readonly Block[]) => blocks.map(({ text }) => text ?? '').join('\n');
  const asked = messages.findLast(
    ({ role, content }) => role === 'user' && content.some(({ type }) => type === 'text'),
  );
  const result = messages.at(-1)?.content.find(({ type }) => type === 'tool_result');
  return {
    system: textOf(system),
    question: textOf(asked?.content ?? []),
    toolResult: result ? JSON.stringify(result.content) : null,
    tools: tools.map(({ name, input_schema }) => ({ name, schema: input_schema })),
  };
}

const event = (data: { readonly type: string; readonly [key: string]: unknown }): string =>
  `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;

function* spell(reply: StubReply, { model, messages }: MessagesBody): Generator<string> {
  const usage = { input_tokens: Math.ceil(JSON.stringify(messages).length / 4), output_tokens: 1 };
  const message = { id: 'msg_stub', type: 'message', role: 'assistant', model, content: [], stop_reason: null, usage };
  yield event({ type: 'message_start', message: { ...message, stop_sequence: null } });
  yield event({ type: 'ping' });
  const text = 'text' in reply ? reply.text : 'after' in reply ? reply.after : undefined;
  if (text) yield* spellText(text);
  const calls = callsOf(reply);
  const firstIndex = text ? 1 : 0;
  for (const [offset, call] of calls.entries()) yield* spellCall(call, firstIndex + offset);
  if ('hangs' in reply || 'drops' in reply || 'stops' in reply) return;
  const reason = calls.length > 0 ? 'tool_use' : 'end_turn';
  yield event({
    type: 'message_delta',
    delta: { stop_reason: reason, stop_sequence: null },
    usage: { output_tokens: 7 },
  });
  yield event({ type: 'message_stop' });
}

function* spellText(text: string): Generator<string> {
  yield event({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } });
  for (const piece of inPieces(text)) {
    yield event({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: piece } });
  }
  yield event({ type: 'content_block_stop', index: 0 });
}

function* spellCall(call: { name: string; arguments: string }, index: number): Generator<string> {
  const block = { type: 'tool_use', id: `toolu_${index}`, name: call.name, input: {} };
  yield event({ type: 'content_block_start', index, content_block: block });
  for (const piece of call.arguments.match(/.{1,7}/gs) ?? []) {
    yield event({ type: 'content_block_delta', index, delta: { type: 'input_json_delta', partial_json: piece } });
  }
  yield event({ type: 'content_block_stop', index });
}

function callsOf(reply: StubReply): readonly { name: string; arguments: string }[] {
  if ('rawCall' in reply) return [reply.rawCall];
  if (!('calls' in reply)) return [];
  return reply.calls.map(({ name, input }) => ({ name, arguments: JSON.stringify(input) }));
}
