/**
 * A Nima in which everything the examples speak of is there, put back after each call: so that every operation can be
 * tried through every way in, each time on the same rows, without a new database for each.
 */
import { givenAttachmentExamples } from '../../src/copilot/attachments/fixtures.ts';
import { givenConversationExamples } from '../../src/copilot/conversations/fixtures.ts';
import { givenGoalExamples } from '../../src/copilot/goals/fixtures.ts';
import { givenKnowledgeExamples } from '../../src/copilot/knowledge/fixtures.ts';
import { givenMemoryExamples } from '../../src/copilot/memory/fixtures.ts';
import { givenScheduleExamples } from '../../src/copilot/schedules/fixtures.ts';
import { givenTaskExamples } from '../../src/copilot/tasks/fixtures.ts';
import { givenToolExamples } from '../../src/copilot/tools/fixtures.ts';
import { givenWorkspaceExamples } from '../../src/copilot/workspace/fixtures.ts';
import { givenAlertExamples } from '../../src/core/alerts/fixtures.ts';
import { givenApprovalExamples } from '../../src/core/approvals/fixtures.ts';
import { givenLearningExamples } from '../../src/core/learning/fixtures.ts';
import { givenUserExamples } from '../../src/core/users/fixtures.ts';
import { hashToken } from '../../src/core/users/secrets.ts';
import { insertCredential } from '../../src/core/users/store.ts';
import { givenWebhookExamples } from '../../src/core/webhooks/fixtures.ts';
import type { Actor } from '../../src/kernel/context.ts';
import { stranger } from '../../src/kernel/host.ts';
import type { TestNima } from '../support/nima.ts';

type Row = Record<string, unknown>;
type Tables = Map<string, Row[]>;

/** Tables that others point to, so they are filled first. */
const FIRST: readonly string[] = [
  'users',
  'conversations',
  'attachments',
  'memory_facts',
  'goals',
  'alerts',
  'tools_servers',
  'webhook_endpoints',
  'webhook_receivers',
  'streams',
];
/** Revisions grow by this with each putting back, so that search reads everything anew. */
const REVISIONS_PER_ROUND = 100_000;
const TOKEN_OF_NOTHING = 'nima_of_somebody_who_may_do_nothing';

export interface Person {
  readonly actor: Actor;
  /** Bearer token, or null for a stranger. */
  readonly token: string | null;
}

export interface World {
  readonly nima: TestNima;
  readonly owner: Person;
  readonly nobody: Person;
  /** Signed in, without a single permission. */
  readonly powerless: Person;
  putBack(): Promise<void>;
  /** Every row of every table of Nima's own. */
  rows(): Promise<Tables>;
}

async function tableNames({ db }: TestNima): Promise<string[]> {
  const tables = await db.kysely.introspection.getTables();
  const own = tables
    .filter(({ name, schema, isView }) => !isView && schema !== 'pgboss' && !/migration|^jobs|^sqlite_/.test(name))
    .map(({ name }) => name);
  return [...FIRST.filter((name) => own.includes(name)), ...own.filter((name) => !FIRST.includes(name))];
}

async function readRows(nima: TestNima, names: readonly string[]): Promise<Tables> {
  const tables: Tables = new Map();
  for (const name of names) {
    const rows: Row[] = await nima.db.kysely.selectFrom(name).selectAll().execute();
    tables.set(
      name,
      rows.map((row) => ({ ...row })).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
    );
  }
  return tables;
}

async function writeRows(nima: TestNima, tables: Tables, revisionsMore: number): Promise<void> {
  await nima.db.kysely.transaction().execute(async (tx) => {
    for (const name of [...tables.keys()].reverse()) await tx.deleteFrom(name).execute();
    for (const [name, rows] of tables) {
      const moved = rows.map((row) =>
        'revision' in row ? { ...row, revision: Number(row.revision) + revisionsMore } : row,
      );
      if (moved.length > 0) await tx.insertInto(name).values(moved).execute();
    }
  });
}

export async function aWorld(nima: TestNima): Promise<World> {
  const ctx = nima.context();
  for (const given of [
    givenUserExamples,
    givenApprovalExamples,
    givenLearningExamples,
    givenAlertExamples,
    givenScheduleExamples,
    givenConversationExamples,
    givenAttachmentExamples,
    givenMemoryExamples,
    givenKnowledgeExamples,
    givenToolExamples,
    givenWorkspaceExamples,
    givenGoalExamples,
    givenTaskExamples,
    givenWebhookExamples,
  ]) {
    await given(ctx);
  }
  await insertCredential(nima.owner.owner, nima.db, {
    id: '00000000-0000-4000-8000-0000000000ee',
    kind: 'token',
    name: 'may do nothing',
    token_hash: hashToken(TOKEN_OF_NOTHING),
    permissions: '["nothing"]',
    created_at: 0,
    expires_at: null,
  });
  const names = await tableNames(nima);
  const seed = await readRows(nima, names);
  let round = 0;
  return {
    nima,
    owner: { actor: nima.owner, token: nima.token },
    nobody: { actor: stranger('rest'), token: null },
    powerless: { actor: { ...nima.owner, permissions: ['nothing'] }, token: TOKEN_OF_NOTHING },
    async putBack() {
      round += 1;
      await writeRows(nima, seed, round * REVISIONS_PER_ROUND);
    },
    rows: () => readRows(nima, names),
  };
}
