/** A house of one module, small enough to read: its operations have every shape a face must handle. Rows live in memory. */
import { z } from 'zod';
import { buildCatalog, type Catalog } from '../../src/kernel/catalog.ts';
import type { Actor, Context } from '../../src/kernel/context.ts';
import { Failure } from '../../src/kernel/errors.ts';
import type { Host } from '../../src/kernel/host.ts';
import { defineModule } from '../../src/kernel/module.ts';
import { defineOperation, type FaceName } from '../../src/kernel/operation.ts';
import { type Approver, runOperation } from '../../src/kernel/run.ts';
import { silentLog } from './log.ts';

const noteSchema = z.object({
  id: z.string(),
  text: z.string(),
  labels: z.array(z.string()),
  created_at: z.iso.datetime(),
});
type Note = z.output<typeof noteSchema>;

const errors = {
  note_unknown: {
    kind: 'not_found',
    text: ({ id }: { id: string }) => `There is no note ${id}. "notes list" shows them.`,
  },
  notes_full: { kind: 'limit', text: ({ max }: { max: number }) => `You keep ${max} notes already. Remove one.` },
} as const;

const NOTES_MAX = 50;
const WHEN = '2026-03-02T09:00:00.000Z';

function noteOperations(notes: Map<string, Note>) {
  return [
    defineOperation({
      name: 'notes.list',
      summary: 'List your notes',
      input: z.object({
        labels: z.array(z.string()).optional().describe('Only notes with one of these'),
        limit: z.int().min(1).max(100).default(20),
        archived: z.stringbool().or(z.boolean()).default(false),
        order: z.enum(['new', 'old']).default('new'),
      }),
      output: z.object({ notes: z.array(noteSchema), asked: z.string().describe('What was asked for, as JSON') }),
      permission: 'notes:read',
      effect: 'read',
      examples: [{ say: 'list my notes', input: {} }],
      run: async (_ctx, asked) => ({ notes: [...notes.values()].slice(0, asked.limit), asked: JSON.stringify(asked) }),
    }),
    defineOperation({
      name: 'notes.get',
      summary: 'Read one note',
      input: z.object({ id: z.string() }),
      output: noteSchema,
      errors: { note_unknown: errors.note_unknown },
      permission: 'notes:read',
      effect: 'read',
      examples: [],
      async run(_ctx, { id }, fail) {
        const note = notes.get(id);
        if (!note) throw fail.note_unknown({ id });
        return note;
      },
    }),
    defineOperation({
      name: 'notes.export',
      summary: 'Export every note',
      input: z.object({}),
      output: z.object({ count: z.int() }),
      permission: 'notes:read',
      effect: 'read',
      examples: [],
      offeredIn: ['rest', 'cli'],
      run: async () => ({ count: notes.size }),
    }),
    defineOperation({
      name: 'notes.create',
      summary: 'Write a note',
      input: z.object({
        text: z.string().trim().min(1, 'Say what to note.').describe('What to note'),
        labels: z.array(z.string()).default([]),
        metadata: z.record(z.string(), z.unknown()).default({}),
      }),
      output: noteSchema,
      errors: { notes_full: errors.notes_full },
      permission: 'notes:write',
      effect: 'write',
      undo: 'notes.remove',
      examples: [{ say: 'note that the kettle is new', input: { text: 'the kettle is new' } }],
      async run(_ctx, { text, labels }, fail) {
        if (notes.size >= NOTES_MAX) throw fail.notes_full({ max: NOTES_MAX });
        const note = { id: `n${notes.size + 1}`, text, labels, created_at: WHEN };
        notes.set(note.id, note);
        return note;
      },
    }),
    defineOperation({
      name: 'notes.update',
      summary: 'Change a note',
      input: z.object({ id: z.string(), text: z.string() }),
      output: noteSchema,
      permission: 'notes:write',
      effect: 'write',
      examples: [],
      async run(_ctx, { id, text }) {
        const note = { id, text, labels: [], created_at: WHEN };
        notes.set(id, note);
        return note;
      },
    }),
    defineOperation({
      name: 'notes.remove',
      summary: 'Remove a note',
      input: z.object({ id: z.string() }),
      output: z.object({ removed: z.int() }),
      permission: 'notes:write',
      effect: 'destroy',
      examples: [],
      preview: async (_ctx, { id }) => `Remove note ${id}.`,
      run: async (_ctx, { id }) => ({ removed: notes.delete(id) ? 1 : 0 }),
    }),
  ];
}

/** What a test may steer: how a stream goes on, and who saw the reader leave. */
export interface Streaming {
  readonly left: string[];
  events: (after: number, signal: AbortSignal) => AsyncIterable<object>;
}

async function* threeEvents(after: number): AsyncGenerator<object> {
  for (const seq of [1, 2, 3]) if (seq > after) yield { seq, type: 'text.delta', text: `word ${seq} ` };
}

function otherOperations(sessions: Set<string>, streaming: Streaming) {
  return [
    defineOperation({
      name: 'notes.watch',
      summary: 'Watch what is written',
      input: z.object({ after: z.coerce.number().int().min(0).default(0) }),
      output: z.object({}),
      events: z.looseObject({ seq: z.int(), type: z.string() }),
      permission: 'notes:read',
      effect: 'read',
      examples: [],
      async *run(ctx, { after }) {
        try {
          yield* streaming.events(after, ctx.signal);
        } finally {
          streaming.left.push('watch');
        }
      },
    }),
    defineOperation({
      name: 'notes.sessions.create',
      summary: 'Sign in',
      input: z.object({ password: z.string().meta({ secret: true }) }),
      output: z.object({
        name: z.string(),
        expires_at: z.iso.datetime(),
        token: z.string().optional().meta({ credential: true }),
      }),
      errors: { password_wrong: { kind: 'unauthenticated', text: () => 'That password is not right.' } },
      permission: 'public',
      effect: 'write',
      examples: [],
      offeredIn: ['rest', 'cli'],
      async run(_ctx, { password }, fail) {
        if (password !== 'open sesame') throw fail.password_wrong({});
        const token = `session-${sessions.size + 1}`;
        sessions.add(token);
        return { name: 'browser', expires_at: '2026-03-03T09:00:00.000Z', token };
      },
    }),
    defineOperation({
      name: 'notes.sessions.remove',
      summary: 'Sign out',
      input: z.object({ id: z.literal('current') }),
      output: z.object({ removed: z.int() }),
      permission: 'notes:write',
      effect: 'destroy',
      examples: [],
      offeredIn: ['rest', 'cli'],
      async run({ actor }) {
        return { removed: sessions.delete(actor.credential ?? '') ? 1 : 0 };
      },
    }),
    defineOperation({
      name: 'notes.break',
      summary: 'Fail in a way nobody declared',
      input: z.object({ how: z.enum(['internal', 'unavailable']).default('internal') }),
      output: z.object({}),
      permission: 'public',
      effect: 'read',
      examples: [],
      async run(_ctx, { how }) {
        if (how === 'unavailable') throw new Failure('unavailable', 'The shelf is out of reach. Try again.');
        throw new Error('the shelf fell down');
      },
    }),
  ];
}

/** People may; agents ask before they destroy, as in the real house. */
const approver: Approver = {
  async approve(ctx, operation, input) {
    if (ctx.actor.kind !== 'agent' || operation.effect !== 'destroy') return null;
    const preview = (await operation.preview?.(ctx, input)) ?? operation.summary;
    throw new Failure('forbidden', `${preview} This waits for the owner.`, {
      code: 'approval_needed',
      details: { approval_id: 'a1', preview, expires_at: '2026-03-02T09:05:00.000Z' },
    });
  },
};

export const OWNER: Actor = { kind: 'person', owner: 'ana', permissions: ['*'], face: 'rest' };

export interface SmallHouse {
  readonly host: Host;
  readonly catalog: Catalog;
  readonly streaming: Streaming;
  /** Actors as the operations saw them. */
  readonly actors: Actor[];
}

/** Tokens: `owner-token` may do all, `reader-token` may only read; sessions come from signing in. */
export function aSmallHouse(): SmallHouse {
  const sessions = new Set<string>();
  const streaming: Streaming = { left: [], events: threeEvents };
  const module = defineModule({
    name: 'notes',
    purpose: 'What a person noted',
    folder: '',
    operations: [...noteOperations(new Map()), ...otherOperations(sessions, streaming)],
  });
  const catalog = buildCatalog([module]);
  const actors: Actor[] = [];
  const pipeline = {
    approver,
    auditor: { append: async () => undefined },
    meter: { observe: () => undefined },
    explain: (thrown: unknown) => thrown,
  };
  const host: Host = {
    catalog,
    version: '1.2.3',
    async run({ operation, input, actor, signal }) {
      actors.push(actor);
      const ctx = { actor, owner: actor.owner, signal, log: silentLog } as unknown as Context;
      return runOperation(pipeline, operation, ctx, input);
    },
    async authenticate(token: string, face: FaceName) {
      if (token === 'owner-token') return { ...OWNER, face };
      if (token === 'reader-token') return { ...OWNER, permissions: ['notes:read'], face };
      return sessions.has(token) ? { ...OWNER, face, credential: token } : null;
    },
  };
  return { host, catalog, streaming, actors };
}
