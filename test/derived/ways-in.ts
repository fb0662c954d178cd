/** Every way to call an operation: straight through the pipeline, and as each face does it for its callers. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Transport } from '@modelcontextprotocol/sdk/shared/transport.js';
import { createCli } from '../../src/faces/cli/create-cli.ts';
import type { CliIo } from '../../src/faces/cli/io.ts';
import type { Actor } from '../../src/kernel/context.ts';
import { commandOf, routeOf, toolNameOf } from '../../src/kernel/names.ts';
import type { FaceName, Operation } from '../../src/kernel/operation.ts';
import type { TestNima } from '../support/nima.ts';
import { failed, type Outcome, outcomeOf, streamed, succeeded } from './outcome.ts';
import type { Person } from './world.ts';

export interface Call {
  readonly operation: Operation;
  readonly input: Record<string, unknown>;
  readonly by: Person;
}

export interface WayIn {
  readonly face: FaceName;
  /** A model acts there for its owner, and has to ask. */
  readonly isForAgents: boolean;
  call(nima: TestNima, call: Call): Promise<Outcome>;
}

const { signal } = new AbortController();

/** A failure as HTTP says it. */
interface Refused {
  readonly error: { readonly kind: string; readonly code: string };
}

/** The pipeline itself, as the face would reach it. */
export function callDirectly(nima: TestNima, { face, isForAgents }: WayIn, { operation, input, by }: Call) {
  const actor: Actor = { ...by.actor, face, kind: isForAgents ? 'agent' : 'person' };
  return outcomeOf(nima.host.run({ operation, input, actor, signal }));
}

const bearer = ({ token }: Person): string => (token ? `Bearer ${token}` : '');

function eventsOf(text: string): unknown[] {
  return text.split('\n').flatMap((line) => (line.startsWith('data: ') ? [JSON.parse(line.slice(6))] : []));
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A list is a repeated key. */
function queryOf(input: Record<string, unknown>): string {
  const words = Object.entries(input).flatMap(([name, value]) =>
    [value].flat().map((each): [string, string] => [name, wordOf(each)]),
  );
  return words.length === 0 ? '' : `?${new URLSearchParams(words)}`;
}

export const rest: WayIn = {
  face: 'rest',
  isForAgents: false,
  async call(nima, { operation, input, by }) {
    const { method, path } = routeOf(operation);
    const { id, ...others } = input;
    const isInPath = path.includes('{id}');
    const address = path.replace('{id}', encodeURIComponent(String(id)));
    const fields = isInPath ? others : input;
    const hasBody = method === 'POST' || method === 'PUT';
    const response = await nima.request(`${address}${hasBody ? '' : queryOf(fields)}`, {
      method,
      headers: { Authorization: bearer(by) },
      ...(hasBody ? { json: fields } : {}),
    });
    if (response.headers.get('content-type')?.startsWith('text/event-stream')) {
      return streamed(eventsOf(await response.text()));
    }
    const body: unknown = await response.json();
    return response.ok ? succeeded(body) : failed((body as Refused).error);
  },
};

function aScript(stdin: string): { io: CliIo; said: { out: string; err: string } } {
  const said = { out: '', err: '' };
  const nobodyThere = async () => null;
  const io: CliIo = {
    stdin: (async function* () {
      yield stdin;
    })(),
    stdout: { write: (text) => Object.assign(said, { out: said.out + text }) },
    stderr: { write: (text) => Object.assign(said, { err: said.err + text }) },
    isTty: false,
    isColored: false,
    columns: 100,
    ask: nobodyThere,
    askHidden: nobodyThere,
    onInterrupt: () => () => undefined,
  };
  return { io, said };
}

export const cli: WayIn = {
  face: 'cli',
  isForAgents: false,
  async call({ host }, { operation, input, by }) {
    const { io, said } = aScript(JSON.stringify(input));
    const actor: Actor = { ...by.actor, face: 'cli' };
    const program = createCli({
      catalog: host.catalog,
      io,
      version: '0',
      invoke: (asked, typed, leaving) => host.run({ operation: asked, input: typed, actor, signal: leaving }),
    });
    const yes = operation.effect === 'destroy' ? ['--yes'] : [];
    const exit = await program.run([...commandOf(operation), ...yes, '--json', '--input', '-']);
    if (exit !== 0) return failed(JSON.parse(said.err).error);
    const isOne = /^[[{]\n|^\{\}\n$|^\[\]\n$/.test(said.out);
    if (isOne) return succeeded(JSON.parse(said.out));
    return streamed(
      said.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    );
  },
};

export const mcp: WayIn = {
  face: 'mcp',
  isForAgents: true,
  async call(nima, { operation, input, by }) {
    const client = new Client({ name: 'a test', version: '1' });
    const refusals: { kind: string; code: string }[] = [];
    const transport = new StreamableHTTPClientTransport(new URL('http://127.0.0.1:8002/mcp'), {
      async fetch(url, { headers, ...init } = {}) {
        const { authorization: _none, ...plain } = Object.fromEntries(new Headers(headers));
        const response = await nima.request(new URL(url).pathname, {
          ...init,
          headers: { ...plain, Authorization: bearer(by) },
        });
        if (response.status === 401) refusals.push(((await response.clone().json()) as Refused).error);
        return response;
      },
    });
    try {
      await client.connect(transport as Transport);
      const answer = await client.callTool({ name: toolNameOf(operation), arguments: input });
      const [content] = answer.content as { text: string }[];
      const error = answer._meta?.['nima/error'] as { kind: string; code: string } | undefined;
      if (answer.isError) return failed(error ?? { kind: 'protocol', code: content?.text ?? '' });
      return succeeded(JSON.parse(content?.text ?? 'null'));
    } catch (thrown) {
      const [refusal] = refusals;
      if (refusal) return failed(refusal);
      throw thrown;
    } finally {
      await client.close();
    }
  },
};

export const chat: WayIn = {
  face: 'chat',
  isForAgents: true,
  async call(nima, { operation, input, by }) {
    const call = { id: 'call-1', name: toolNameOf(operation), input };
    const outcome = await nima.context().toolbox.execute(by.actor, call, signal);
    if (outcome.state === 'done') return succeeded(outcome.output);
    return failed(outcome.state === 'asks' ? { kind: 'forbidden', code: 'approval_needed' } : outcome.failure);
  },
};

export const WAYS_IN = [rest, cli, mcp, chat] as const;
