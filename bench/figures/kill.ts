/** placeholder */
import type { Bench } from '../world.ts';
export const kill: Bench = { name: 'kill', about: 'what kill -9 costs', run: async () => [] };
