/** Manifest of the health module. */
import { defineModule } from '../../kernel/module.ts';
import { getHealth } from './get.ts';
import { liveHealth } from './live.ts';
import { readyHealth } from './ready.ts';

export const health = defineModule({
  name: 'health',
  purpose: 'Whether Nima lives, and whether it can work',
  folder: import.meta.dirname,
  operations: [getHealth, liveHealth, readyHealth],
});
