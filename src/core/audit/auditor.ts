/** The pipeline's auditor: one chained entry for each call that could change something. */
import { canonicalJson } from '../../kernel/json.ts';
import type { Auditor } from '../../kernel/run.ts';
import { sha256 } from './entry.ts';
import { appendEntry } from './store.ts';

export const auditor: Auditor = {
  async append({ db, clock }, { owner, actor, operation, input, outcome, code, approvalId }) {
    const target = (input as { id?: unknown }).id;
    await appendEntry(owner, db, {
      at: new Date(clock.now()).toISOString(),
      actor,
      operation,
      target: typeof target === 'string' ? target : null,
      input_hash: sha256(canonicalJson(input)),
      outcome,
      code,
      approval_id: approvalId,
    });
  },
};
