/** Manifest of the archive module. */
import { defineModule } from '../../kernel/module.ts';
import { exportArchive } from './export.ts';
import { importArchive } from './import.ts';

export const archive = defineModule({
  name: 'archive',
  purpose: 'Everything a person has, taken along to another Nima',
  folder: import.meta.dirname,
  operations: [exportArchive, importArchive],
});
