/**
 * Progress from evidence, piece by piece, so that every part of the number can be explained and taken back. Pure.
 *
 * Evidence is replayed in order of time. At each piece the work done is
 *
 *     done = max(claim, 1 − (1 − M)(1 − T))
 *
 * M is the weighted share of the milestones that are done (an open one counts as far as somebody said it is, or 1 − ½ⁿ for
 * n finished tasks, 0.9 at most), T = 1 − (1 − s)ⁿ for n finished tasks of the whole goal, with s = 0.1 beside milestones
 * and 0.2 without, and `claim` is the most anybody said of the whole goal. What the owner states by hand replaces the
 * number; later evidence then fills the rest: v + (1 − v)(done − done₀)/(1 − done₀). What a piece adds is the difference
 * it makes, so the parts always add up to the whole.
 */

export type EvidenceKind = 'milestone' | 'turn' | 'task' | 'stated' | 'noted' | 'completed';

export interface Piece {
  readonly id: string;
  readonly kind: EvidenceKind;
  readonly milestoneId: string | null;
  /** How much of its milestone, or of the goal, it says is done, 0 to 1. */
  readonly share: number;
  readonly at: number;
}

export interface Part {
  readonly id: string;
  readonly weight: number;
}

export interface Contribution {
  readonly id: string;
  readonly at: number;
  /** Difference to the progress, −1 to 1. */
  readonly adds: number;
  /** Progress after it. */
  readonly progress: number;
}

const TASK_SHARE_MAX = 0.9;
const TASK_OF_MILESTONE = 0.5;
const TASK_BESIDE_MILESTONES = 0.1;
const TASK_ALONE = 0.2;

const round = (share: number): number => Math.round(share * 10_000) / 10_000;
const clamp = (share: number): number => Math.min(1, Math.max(0, share));

interface Tally {
  readonly claims: Map<string, number>;
  readonly tasks: Map<string, number>;
  goalClaim: number;
  goalTasks: number;
  stated: { value: number; done: number } | null;
}

/** True when this piece says its milestone is done. */
export const finishesMilestone = ({ milestoneId, share, kind }: Omit<Piece, 'id' | 'at'>): boolean =>
  milestoneId !== null && share >= 1 && kind !== 'task';

export const afterTasks = (count: number, each: number): number => Math.min(TASK_SHARE_MAX, 1 - (1 - each) ** count);

function shareOf(part: Part, { claims, tasks }: Tally): number {
  const worked = afterTasks(tasks.get(part.id) ?? 0, TASK_OF_MILESTONE);
  return Math.max(claims.get(part.id) ?? 0, worked);
}

function doneBy(parts: readonly Part[], tally: Tally): number {
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const milestones = weight > 0 ? parts.reduce((sum, part) => sum + part.weight * shareOf(part, tally), 0) / weight : 0;
  const tasks = afterTasks(tally.goalTasks, parts.length > 0 ? TASK_BESIDE_MILESTONES : TASK_ALONE);
  return clamp(Math.max(tally.goalClaim, 1 - (1 - milestones) * (1 - tasks)));
}

function take(piece: Piece, tally: Tally, parts: readonly Part[]): void {
  const { kind, milestoneId, share } = piece;
  if (kind === 'stated' || kind === 'completed') {
    tally.stated = { value: clamp(share), done: doneBy(parts, tally) };
  } else if (kind === 'task' && milestoneId) tally.tasks.set(milestoneId, (tally.tasks.get(milestoneId) ?? 0) + 1);
  else if (kind === 'task') tally.goalTasks += 1;
  else if (milestoneId) tally.claims.set(milestoneId, Math.max(tally.claims.get(milestoneId) ?? 0, clamp(share)));
  else tally.goalClaim = Math.max(tally.goalClaim, clamp(share));
}

function progressNow(parts: readonly Part[], tally: Tally): number {
  const done = doneBy(parts, tally);
  if (!tally.stated) return done;
  const { value, done: before } = tally.stated;
  const since = before < 1 ? Math.max(0, done - before) / (1 - before) : 0;
  return clamp(value + (1 - value) * since);
}

/** Pieces about milestones that are gone count for nothing. Equal times keep the order given. */
export function contributionsOf(parts: readonly Part[], pieces: readonly Piece[]): Contribution[] {
  const known = new Set(parts.map(({ id }) => id));
  const tally: Tally = { claims: new Map(), tasks: new Map(), goalClaim: 0, goalTasks: 0, stated: null };
  const counted = pieces.filter(({ milestoneId }) => milestoneId === null || known.has(milestoneId));
  let before = 0;
  return counted
    .toSorted((a, b) => a.at - b.at)
    .map((piece) => {
      take(piece, tally, parts);
      const progress = round(progressNow(parts, tally));
      const adds = round(progress - before);
      before = progress;
      return { id: piece.id, at: piece.at, adds, progress };
    });
}

export const progressOf = (contributions: readonly Contribution[]): number => contributions.at(-1)?.progress ?? 0;
