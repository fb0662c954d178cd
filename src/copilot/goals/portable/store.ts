/** What of goals travels: everything. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

export const portableGoals: readonly Portable[] = [
  portableTable({ name: 'goals', key: ['id'] }),
  portableTable({ name: 'goal_milestones', key: ['id'] }),
  portableTable({ name: 'goal_evidence', key: ['id'] }),
  portableTable({ name: 'goal_ideas', key: ['goal_id', 'milestone'] }),
  portableTable({ name: 'goal_lessons', key: ['goal_id'] }),
  portableTable({ name: 'goal_step_decisions', key: ['id'] }),
  portableTable({ name: 'goal_versions', key: ['subject_id', 'version'] }),
  portableTable({ name: 'goal_reminders', key: ['goal_id', 'name'] }),
];
