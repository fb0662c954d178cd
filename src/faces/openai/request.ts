/** OpenAI's request for a chat completion, read into Nima's own; what Nima cannot do as asked is refused, not ignored. */
import { z } from 'zod';
import { Failure } from '../../kernel/errors.ts';

/** The models of `GET /v1/models`; the second remembers nothing. */
const MODELS = ['nima', 'nima-private'] as const;

const textPart = z.object({ type: z.literal('text'), text: z.string() });
const imagePart = z.object({ type: z.literal('image_url'), image_url: z.object({ url: z.string() }) });
const contentSchema = z.union([z.string(), z.array(z.discriminatedUnion('type', [textPart, imagePart]))]).nullish();

const messageSchema = z.object({
  role: z.enum(['system', 'developer', 'user', 'assistant', 'tool']),
  content: contentSchema,
  tool_calls: z
    .array(z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }))
    .nullish(),
  tool_call_id: z.string().optional(),
});

const toolSchema = z.object({
  type: z.literal('function'),
  function: z.object({
    name: z.string(),
    description: z.string().nullish(),
    parameters: z.record(z.string(), z.unknown()).nullish(),
  }),
});

/** Fields that shape what a model samples (`top_p`, `seed`, `stop` …) are taken and left to the model behind Nima. */
const bodySchema = z.looseObject({
  model: z.string(),
  messages: z.array(messageSchema).min(1),
  tools: z.array(toolSchema).nullish(),
  tool_choice: z.unknown().optional(),
  stream: z.boolean().nullish(),
  stream_options: z.object({ include_usage: z.boolean().optional() }).nullish(),
  max_tokens: z.int().min(1).nullish(),
  max_completion_tokens: z.int().min(1).nullish(),
  temperature: z.number().nullish(),
  n: z.int().nullish(),
  response_format: z.object({ type: z.string() }).nullish(),
});
type Body = z.output<typeof bodySchema>;
type Message = Body['messages'][number];

export interface CompletionRequest {
  readonly model: string;
  readonly isStream: boolean;
  readonly withUsage: boolean;
  /** Pictures of the last message as data URLs, to be kept before it is answered. */
  readonly images: readonly { readonly mediaType: string; readonly base64: string }[];
  /** Input of `chat.complete`, without the pictures. */
  readonly input: Record<string, unknown>;
}

const invalid = (text: string, code: string): Failure => new Failure('invalid', text, { code });

const textOf = ({ content }: Message): string =>
  typeof content === 'string'
    ? content
    : (content ?? []).map((part) => (part.type === 'text' ? part.text : '')).join('');

function argumentsOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text || '{}');
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  } catch {
    // Said below.
  }
  throw invalid('The arguments of a tool call must be a JSON object.', 'arguments_malformed');
}

function messageOf(message: Message): Record<string, unknown> {
  const content = textOf(message);
  if (message.role === 'tool') return { role: 'tool', call_id: message.tool_call_id ?? '', content };
  if (message.role === 'developer') return { role: 'system', content };
  if (message.role !== 'assistant') return { role: message.role, content };
  const calls = (message.tool_calls ?? []).map(({ id, function: { name, arguments: given } }) => ({
    id,
    name,
    arguments: argumentsOf(given),
  }));
  return { role: 'assistant', content, calls };
}

function imagesOf({ content }: Message): CompletionRequest['images'] {
  if (!Array.isArray(content)) return [];
  return content.flatMap((part) => {
    if (part.type !== 'image_url') return [];
    const [, mediaType, base64] = /^data:([\w/+.-]+);base64,(.+)$/s.exec(part.image_url.url) ?? [];
    if (mediaType && base64) return [{ mediaType, base64 }];
    throw invalid(
      'Send a picture as a data: URL in base64; Nima fetches no address from a message.',
      'image_not_inline',
    );
  });
}

/** Says what is asked for and cannot be had. */
function refuse({ model, n, tool_choice, response_format }: Body): void {
  if (!(MODELS as readonly string[]).includes(model)) {
    const text = `There is no model ${model}. Use nima, or nima-private to have nothing remembered.`;
    throw new Failure('not_found', text, { code: 'model_not_found' });
  }
  if (n !== undefined && n !== null && n !== 1) throw invalid('Nima gives one answer: leave n at 1.', 'n_unsupported');
  if (tool_choice !== undefined && tool_choice !== null && tool_choice !== 'auto' && tool_choice !== 'none') {
    throw invalid('Nima chooses its tools itself: tool_choice is auto or none.', 'tool_choice_unsupported');
  }
  if (response_format && response_format.type !== 'text') {
    throw invalid('Nima answers in text: leave response_format out.', 'response_format_unsupported');
  }
}

export function readCompletionRequest(raw: unknown): CompletionRequest {
  const parsed = bodySchema.safeParse(raw);
  if (!parsed.success) {
    const issues = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    throw invalid(issues.join('; '), 'invalid_request');
  }
  const body = parsed.data;
  refuse(body);
  const tools = body.tool_choice === 'none' ? [] : (body.tools ?? []);
  const tokens = body.max_completion_tokens ?? body.max_tokens;
  const last = body.messages.at(-1);
  return {
    model: body.model,
    isStream: body.stream === true,
    withUsage: body.stream_options?.include_usage === true,
    images: last ? imagesOf(last) : [],
    input: {
      messages: body.messages.map(messageOf),
      tools: tools.map(({ function: { name, description, parameters } }) => ({
        name,
        description: description ?? '',
        ...(parameters ? { input_schema: parameters } : {}),
      })),
      private: body.model === 'nima-private',
      stream: true,
      ...(tokens === undefined || tokens === null ? {} : { max_length: tokens }),
      ...(typeof body.temperature === 'number' ? { temperature: body.temperature } : {}),
    },
  };
}
