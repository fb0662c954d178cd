/** Lessons for other modules: recording one, reading those that count, taking one back. */
import type { Context } from '../../../kernel/context.ts';
import { type Lesson, type LessonKind, type LessonRow, lessonOf, SAID_CHARS_MAX } from './lesson.ts';
import { deleteLessons, insertLesson, listLessonRows, moveLesson } from './store.ts';

export interface NewLesson {
  /** Of the row it belongs to, where its subject keeps one; a new one otherwise. */
  readonly id?: string;
  readonly kind: LessonKind;
  readonly subject: string;
  readonly about: string;
  readonly said: string;
  readonly meant?: string;
  readonly operation?: string;
  readonly source?: { readonly type: string; readonly id: string };
}

/** Older ones say little about what is wanted now. */
const LESSONS_READ = 1000;

/** Call it only for what the owner did or said; what a tool, page or model says is no lesson. */
export async function recordLesson(ctx: Context, lesson: NewLesson): Promise<Lesson> {
  const { owner, db, clock, newId } = ctx;
  const { id = newId(), kind, subject, about, said, meant = null, operation = null, source } = lesson;
  const row: Omit<LessonRow, 'owner'> = {
    id,
    kind,
    subject,
    about,
    said: said.slice(0, SAID_CHARS_MAX),
    meant: meant?.slice(0, SAID_CHARS_MAX) ?? null,
    operation,
    source_type: source?.type ?? null,
    source_id: source?.id ?? null,
    at: clock.now(),
    removed_at: null,
  };
  await insertLesson(owner, db, row);
  return lessonOf({ ...row, owner });
}

/** Those that count, newest first. */
export async function lessonsOf(
  { owner, db }: Context,
  filter: { readonly subject: string; readonly kind?: LessonKind; readonly about?: string },
): Promise<Lesson[]> {
  return (await listLessonRows(owner, db, { ...filter, limit: LESSONS_READ })).map(lessonOf);
}

/** It counts no longer; nothing happens where there is none, or it was removed already. */
export async function dropLesson({ owner, db, clock }: Context, id: string): Promise<void> {
  await moveLesson(owner, db, { id, removed_at: clock.now() });
}

/** Forgets every lesson of a subject for good; answers how many counted. */
export const resetLessons = ({ owner, db }: Context, subject: string): Promise<number> =>
  deleteLessons(owner, db, subject);
