/** Whether an agent's task may still run: its approval was given for exactly what the row would do now. */
import { isApproved } from '../../core/approvals/index.ts';
import type { Context } from '../../kernel/context.ts';
import { canonicalJson } from '../../kernel/json.ts';
import { type AskedCall, requestOf } from './requests.ts';
import type { TaskRow } from './store.ts';

/** The approval is that of the call the task came from, or of trying this very task again. */
export async function isStillApproved(ctx: Context, row: TaskRow): Promise<boolean> {
  const { id, approval_id } = row;
  if (approval_id === null) return false;
  const call = JSON.parse(row.asked) as AskedCall;
  const { type, action, params } = requestOf(call);
  const now = { type: row.type, action: row.action, params: JSON.parse(row.params) };
  if (canonicalJson(now) !== canonicalJson({ type, action, params })) return false;
  if (await isApproved(ctx, approval_id, call)) return true;
  return isApproved(ctx, approval_id, { operation: 'tasks.retry', input: { id } });
}
