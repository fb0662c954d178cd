/** The door of learning: recording lessons and reading those that count. */
export { createCorrection } from './corrections/create.ts';
export { correctionsOf } from './corrections/of.ts';
export type { Lesson } from './lessons/lesson.ts';
export { dropLesson, lessonsOf, type NewLesson, recordLesson, resetLessons } from './lessons/record.ts';
