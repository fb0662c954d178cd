/** What of learning travels: everything. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

export const portableLearning: readonly Portable[] = [portableTable({ name: 'learning_lessons', key: ['id'] })];
