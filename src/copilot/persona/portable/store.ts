/** What of the persona travels: the owner's own versions of it. */
import type { Portable } from '../../../kernel/portable.ts';
import { portableTable } from '../../../platform/db/portable.ts';

export const portablePersona: readonly Portable[] = [portableTable({ name: 'persona_versions', key: ['version'] })];
