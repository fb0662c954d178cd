/** Whether an agent's task may still run: its approval was given for exactly what the row would do now. */
import { isApproved } from '../../core/approvals/index.ts';
import type { Context } from '../../kernel/context.ts';
import { canonicalJson } from '../../kernel/json.ts';
import type { TaskRow } from './store.ts';

interface Asked {
  readonly type: string;
  readonly action: string;
  readonly params: object;
}

/** The approval is that of `tasks.execute` with this very input, or of trying this very task again. */
export async function isStillApproved(ctx: Context, row: TaskRow): Promise<boolean> {
  const { id, approval_id, type, action, params } = row;
  if (approval_id === null) return false;
  const asked = JSON.parse(row.asked) as Asked;
  const now: Asked = { type, action, params: JSON.parse(params) };
  if (canonicalJson(now) !== canonicalJson({ type: asked.type, action: asked.action, params: asked.params }))
    return false;
  if (await isApproved(ctx, approval_id, { operation: 'tasks.execute', input: asked })) return true;
  return isApproved(ctx, approval_id, { operation: 'tasks.retry', input: { id } });
}
