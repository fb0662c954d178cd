/** placeholder */
import type { Bench } from '../world.ts';
export const locomo: Bench = { name: 'locomo', about: 'evidence found', run: async () => [] };
