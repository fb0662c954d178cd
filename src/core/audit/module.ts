/** Manifest of the audit module. */
import { defineModule } from '../../kernel/module.ts';
import { listAudit } from './list.ts';
import { verifyAudit } from './verify.ts';

export const audit = defineModule({
  name: 'audit',
  purpose: 'Who changed what, in a chain nobody can rewrite unseen',
  folder: import.meta.dirname,
  operations: [listAudit, verifyAudit],
});
