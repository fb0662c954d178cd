/** Why the last thing asked was refused, above the message that was kept. */
import { Notice } from '../../parts/Notice.tsx';
import { useTalkDoors } from './talk-context.ts';

export function Problem() {
  const { problem, clearProblem } = useTalkDoors();
  if (!problem) return null;
  return (
    <div className="mb-2">
      <Notice
        action={
          <button type="button" className="font-strong underline underline-offset-4" onClick={clearProblem}>
            Dismiss
          </button>
        }
      >
        {problem}
      </Notice>
    </div>
  );
}
