/** Goals for tests. */
import type { Context } from '../../kernel/context.ts';
import { stateOf } from './change.ts';
import { type EvidenceRow, insertEvidence } from './evidence/store.ts';
import {
  BLOG,
  COMMENTS,
  DECLINED,
  DOMAIN_PAID,
  DRAFTS_READ,
  EXPORT_POSTS,
  GARDEN,
  NEW_THEME,
  REDIRECTS,
  SHED,
} from './examples.ts';
import { insertMilestone, type MilestoneRow } from './milestones/store.ts';
import { teach } from './steps/decide.ts';
import { stepIdOf } from './steps/step-id.ts';
import { insertDecision } from './steps/store.ts';
import { type GoalRow, insertGoal } from './store.ts';
import { insertVersion } from './versions/store.ts';

export async function aGoal(ctx: Context, about: Partial<GoalRow> & Pick<GoalRow, 'id' | 'title'>): Promise<void> {
  const { owner, db, clock } = ctx;
  const now = clock.now();
  const row: GoalRow = {
    owner,
    description: '',
    status: 'active',
    deadline: null,
    depends_on: '[]',
    created_at: now,
    updated_at: now,
    completed_at: null,
    removed_at: null,
    ...about,
  };
  await insertGoal(owner, db, row);
  const version = { goal_id: row.id, subject_id: row.id, at: now, actor: 'person/rest', state: { ...stateOf(row) } };
  await insertVersion(owner, db, { ...version, change: 'created' });
  if (row.removed_at !== null) await insertVersion(owner, db, { ...version, change: 'removed' });
}

export async function aMilestone(
  { owner, db, clock }: Context,
  about: Partial<MilestoneRow> & Pick<MilestoneRow, 'id' | 'goal_id' | 'title'>,
): Promise<void> {
  const now = clock.now();
  const row = { weight: 1, position: 0, created_at: now, updated_at: now, removed_at: null, ...about };
  await insertMilestone(owner, db, row);
  const { goal_id, id: subject_id, title, weight, position } = row;
  const state = { title, weight, position };
  const version = { goal_id, subject_id, at: now, actor: 'person/rest', state };
  await insertVersion(owner, db, { ...version, change: 'created' });
}

export async function aPiece(
  { owner, db, clock }: Context,
  about: Partial<EvidenceRow> & Pick<EvidenceRow, 'id' | 'goal_id' | 'text'>,
): Promise<void> {
  await insertEvidence(owner, db, {
    milestone_id: null,
    kind: 'noted',
    share: 0,
    source_type: 'owner',
    source_id: null,
    conversation_id: null,
    quote: null,
    at: clock.now(),
    removed_at: null,
    ...about,
  });
}

/** Puts in place what the examples of this module speak of. */
export async function givenGoalExamples(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  await aGoal(ctx, { id: BLOG, title: 'Move the blog to the new host', deadline: '2099-03-01' });
  await aGoal(ctx, { id: GARDEN, title: 'Plant the garden' });
  await aGoal(ctx, { id: SHED, title: 'Paint the shed', removed_at: now });
  const parts = [
    { id: EXPORT_POSTS, title: 'Export the posts' },
    { id: NEW_THEME, title: 'Choose a new theme' },
    { id: REDIRECTS, title: 'Set up redirects' },
  ];
  for (const [position, part] of parts.entries()) await aMilestone(ctx, { ...part, goal_id: BLOG, position });
  await aMilestone(ctx, { id: COMMENTS, goal_id: BLOG, title: 'Import the comments', removed_at: now });
  await aPiece(ctx, {
    id: '00000000-0000-4000-8000-00000000a023',
    goal_id: BLOG,
    milestone_id: EXPORT_POSTS,
    kind: 'milestone',
    text: '"Export the posts" was marked done',
    share: 1,
  });
  await aPiece(ctx, { id: DOMAIN_PAID, goal_id: BLOG, text: 'The domain is paid for another year' });
  await aPiece(ctx, { id: DRAFTS_READ, goal_id: BLOG, text: 'All drafts were read once', removed_at: now });
  const declined = {
    id: DECLINED,
    goal_id: BLOG,
    step_id: stepIdOf(BLOG, 'memory', 'something'),
    kind: 'memory',
    verdict: 'declined',
    text: 'Keep to what you know: posts are Markdown',
    made: null,
    at: now,
  } as const;
  await insertDecision(ctx.owner, ctx.db, declined);
  await teach(ctx, declined);
}
