/** What the benches of one run share: a port, the filled data folder made once, and the words of the command line. */
import { type FilledFolder, filledFolder } from './facts.ts';
import type { Figure } from './figure.ts';

export interface World {
  readonly port: number;
  /** A folder with 100,000 facts. Benches come one after the other, so what one adds (a few turns) the next may see. */
  facts(): Promise<FilledFolder>;
  /** Numbers given after the bench's name: `npm run bench -- kill 20`. */
  readonly count: number | undefined;
}

export interface Bench {
  readonly name: string;
  readonly about: string;
  run(world: World): Promise<readonly Figure[]>;
}

/** Away from 8002, so that a Nima in use is left alone. */
const PORT = 8072;

export function createWorld(count: number | undefined): World & AsyncDisposable {
  let filled: Promise<FilledFolder> | undefined;
  return {
    port: PORT,
    count,
    facts() {
      filled ??= filledFolder(PORT);
      return filled;
    },
    async [Symbol.asyncDispose]() {
      (await filled)?.[Symbol.dispose]();
    },
  };
}
