/**
 * A real HTTP server that speaks OpenAI's chat completions streaming protocol, for tests, journeys and demonstrations.
 * `npx node test/support/stub-openai.ts --port 9999` runs it by itself; then set NIMA_MODEL_BASE_URL to what it prints.
 */
import { parseArgs } from 'node:util';
import { stubReply } from './stub-mind.ts';
import { inPieces, type Protocol, type StubReply, type StubServer, startStubServer } from './stub-server.ts';

interface ChatMessage {
  readonly role: string;
  readonly content: string | null;
}
export interface ChatBody {
  readonly model: string;
  readonly messages: readonly ChatMessage[];
  readonly tools?: readonly {
    readonly function: { readonly name: string; readonly parameters?: { readonly required?: readonly string[] } };
  }[];
}

export interface StubOptions {
  readonly models?: readonly string[];
  readonly port?: number;
  /** What it answers when no reply is scripted, from all it was sent. */
  readonly think?: (body: ChatBody) => StubReply;
}

export function startStubOpenAi(options: StubOptions = {}): Promise<StubServer> {
  const models = options.models ?? ['stub-1'];
  const protocol: Protocol = {
    generatePath: '/v1/chat/completions',
    get: (path) =>
      path === '/v1/models' ? { object: 'list', data: models.map((id) => ({ id, object: 'model' })) } : null,
    think: options.think ?? ((body: ChatBody) => stubReply(conversationOf(body))),
    spell: (reply, body: ChatBody) => spell(reply, body),
    error: (status, message) => ({ error: { message, type: 'stub', code: String(status) } }),
  };
  return startStubServer(protocol, options.port);
}

function conversationOf({ messages, tools = [] }: ChatBody) {
  const last = messages.at(-1);
  return {
    system: messages.find(({ role }) => role === 'system')?.content ?? '',
    question: messages.findLast(({ role }) => role === 'user')?.content ?? '',
    toolResult: last?.role === 'tool' ? (last.content ?? '') : null,
    tools: tools.map((tool) => ({ name: tool.function.name, schema: tool.function.parameters })),
  };
}

function* spell(reply: StubReply, { model, messages }: ChatBody): Generator<string> {
  const head = { id: 'chatcmpl-stub', object: 'chat.completion.chunk', created: 0, model };
  const line = (data: object) => `data: ${JSON.stringify({ ...head, ...data })}\n\n`;
  const delta = (part: object) => line({ choices: [{ index: 0, delta: part, finish_reason: null }] });
  yield delta({ role: 'assistant', content: '' });
  const text = 'text' in reply ? reply.text : 'after' in reply ? reply.after : undefined;
  for (const content of inPieces(text ?? '')) yield delta({ content });
  const calls = callsOf(reply);
  for (const [index, call] of calls.entries()) {
    yield delta({
      tool_calls: [{ index, id: `call_${index}`, type: 'function', function: { name: call.name, arguments: '' } }],
    });
    for (const piece of call.arguments.match(/.{1,7}/gs) ?? []) {
      yield delta({ tool_calls: [{ index, function: { arguments: piece } }] });
    }
  }
  if ('hangs' in reply || 'drops' in reply || 'stops' in reply) return;
  yield line({ choices: [{ index: 0, delta: {}, finish_reason: calls.length > 0 ? 'tool_calls' : 'stop' }] });
  const prompt = Math.ceil(JSON.stringify(messages).length / 4);
  yield line({ choices: [], usage: { prompt_tokens: prompt, completion_tokens: 7, total_tokens: prompt + 7 } });
  yield 'data: [DONE]\n\n';
}

function callsOf(reply: StubReply): readonly { name: string; arguments: string }[] {
  if ('rawCall' in reply) return [reply.rawCall];
  if (!('calls' in reply)) return [];
  return reply.calls.map(({ name, input }) => ({ name, arguments: JSON.stringify(input) }));
}

if (import.meta.main) {
  const { values } = parseArgs({ options: { port: { type: 'string', default: '9999' } } });
  const stub = await startStubOpenAi({ port: Number(values.port) });
  console.log(`A stub model answers at ${stub.url} (model stub-1). Stop it with Ctrl+C.`);
}
