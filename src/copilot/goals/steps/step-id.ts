/** Ids of steps. A step is computed, not stored, so its id is made of what it says: the same step has the same id tomorrow. */
import { createHash } from 'node:crypto';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A version 8 UUID (RFC 9562 §5.8) whose first block stands for the goal. */
export function stepIdOf(goalId: string, kind: string, key: string): string {
  const rest = hashOf(`${goalId}\n${kind}\n${key}`);
  return `${blockOf(goalId)}-${rest.slice(0, 4)}-8${rest.slice(4, 7)}-8${rest.slice(7, 10)}-${rest.slice(10, 22)}`;
}

const blockOf = (goalId: string): string => hashOf(goalId).slice(0, 8);

/** True when a step of this id may belong to the goal; spares computing the steps of all others. */
export const mayBelongTo = (stepId: string, goalId: string): boolean => stepId.startsWith(`${blockOf(goalId)}-`);
