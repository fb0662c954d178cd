/** Reads what ChatGPT exports: `conversations.json`, a tree of messages for each talk, and saved memories where present. Pure. */
import { z } from 'zod';
import type { ForeignMemory, ForeignTalk, Skipped } from './formats.ts';

const nodeSchema = z.object({
  parent: z.string().nullish(),
  message: z
    .object({
      author: z.object({ role: z.string() }),
      create_time: z.number().nullish(),
      content: z.looseObject({ content_type: z.string().nullish(), parts: z.array(z.unknown()).nullish() }).nullish(),
      metadata: z.looseObject({ is_visually_hidden_from_conversation: z.boolean().optional() }).nullish(),
    })
    .nullish(),
});
const talkSchema = z.object({
  id: z.string().optional(),
  conversation_id: z.string().optional(),
  title: z.string().nullish(),
  current_node: z.string().nullish(),
  mapping: z.record(z.string(), nodeSchema),
});
type Node = z.output<typeof nodeSchema>;

/** The text of a message; what is no text (images, calls of tools, hidden context) has none. */
function textOf({ message }: Node): string {
  const { content, metadata } = message ?? {};
  if (!content?.parts || metadata?.is_visually_hidden_from_conversation) return '';
  if (content.content_type && !/^(?:text|multimodal_text)$/.test(content.content_type)) return '';
  return content.parts
    .filter((part) => typeof part === 'string')
    .join('\n')
    .trim();
}

const isSpoken = (node: Node): boolean =>
  /^(?:user|assistant)$/.test(node.message?.author.role ?? '') && textOf(node) !== '';

/** Every branch, parents first. Nodes without words are passed over: what follows them follows what was before them. */
function messagesOf(mapping: Readonly<Record<string, Node>>, head: string | null | undefined) {
  const children = Map.groupBy(Object.keys(mapping), (id) => {
    const parent = mapping[id]?.parent;
    return parent && mapping[parent] ? parent : '';
  });
  const messages: ForeignTalk['messages'][number][] = [];
  const places = new Map<string, number | null>();
  const waiting: { id: string; parent: number | null }[] = (children.get('') ?? []).map((id) => ({ id, parent: null }));
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const { id, parent } = next;
    const node = mapping[id];
    if (!node || places.has(id)) continue;
    let place = parent;
    if (isSpoken(node)) {
      const at = node.message?.create_time;
      const role = node.message?.author.role === 'user' ? 'user' : 'assistant';
      const timestamp = at ? { timestamp: new Date(at * 1000).toISOString() } : {};
      place = messages.push({ role, content: textOf(node), parent, ...timestamp }) - 1;
    }
    places.set(id, place);
    waiting.push(...(children.get(id) ?? []).map((child) => ({ id: child, parent: place })));
  }
  return { messages, head: head ? (places.get(head) ?? null) : null };
}

export function readChatGpt(value: unknown): ForeignMemory | null {
  const list = Array.isArray(value) ? value : [value];
  const isExport = list.length > 0 && list.every((one) => typeof one === 'object' && one !== null && 'mapping' in one);
  if (!isExport) return null;
  const talks: ForeignTalk[] = [];
  const skipped: Skipped[] = [];
  for (const [index, one] of list.entries()) {
    const parsed = talkSchema.safeParse(one);
    const what = `conversation ${index + 1}`;
    if (!parsed.success) {
      skipped.push({ what, because: 'It is not shaped like the others.' });
      continue;
    }
    const { id, conversation_id, title, current_node, mapping } = parsed.data;
    const read = messagesOf(mapping, current_node);
    if (read.messages.length === 0) skipped.push({ what: title ?? what, because: 'It holds no words.' });
    else talks.push({ id: conversation_id ?? id ?? `${index}`, title: title ?? '', ...read });
  }
  return { facts: [], talks, skipped };
}

const memorySchema = z.object({
  content: z.string().min(1),
  created_at: z.union([z.string(), z.number()]).nullish(),
  id: z.union([z.string(), z.number()]).optional(),
});

/** `{ "memories": [{ "content": … }] }`, or the list alone. */
export function readChatGptMemories(value: unknown): ForeignMemory | null {
  const list = Array.isArray(value) ? value : (value as { memories?: unknown } | null)?.memories;
  const parsed = z.array(memorySchema).min(1).safeParse(list);
  if (!parsed.success) return null;
  const facts = parsed.data.map(({ content, created_at, id }) => ({
    fact: content,
    at: timeOf(created_at),
    metadata: id === undefined ? {} : { foreign_id: String(id) },
  }));
  return { facts, talks: [], skipped: [] };
}

function timeOf(time: string | number | null | undefined): string | null {
  const ms = typeof time === 'number' ? time * 1000 : Date.parse(time ?? '');
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
}
