/** Manifest of the learning module. */
import { defineModule } from '../../kernel/module.ts';
import { createCorrection } from './corrections/create.ts';
import { purgeLessons } from './jobs/purge.ts';
import { listLessons } from './lessons/list.ts';
import { removeLesson } from './lessons/remove.ts';
import { restoreLesson } from './lessons/restore.ts';
import { portableLearning } from './portable/store.ts';
import { resetLearning } from './reset.ts';

export const learning = defineModule({
  name: 'learning',
  purpose: 'What the owner accepted, declined or corrected: listed in one place, and taken back there',
  folder: import.meta.dirname,
  operations: [listLessons, removeLesson, restoreLesson, createCorrection, resetLearning],
  jobs: [purgeLessons],
  portable: portableLearning,
});
