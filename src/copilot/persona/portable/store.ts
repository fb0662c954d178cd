/** What of the persona travels: the owner's own versions of it. */
import { portableTable } from '../../../platform/db/portable.ts';

export const portablePersona = [portableTable({ name: 'persona_versions', key: ['version'] })];
