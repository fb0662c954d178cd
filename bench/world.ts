/** What the benches of one run share: the filled data folder made once, and the words of the command line. */
import { type FilledFolder, filledFolder } from './facts.ts';
import type { Figure } from './figure.ts';

export interface World {
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

export function createWorld(count: number | undefined): World & AsyncDisposable {
  let filled: Promise<FilledFolder> | undefined;
  return {
    count,
    facts() {
      filled ??= filledFolder();
      return filled;
    },
    async [Symbol.asyncDispose]() {
      (await filled)?.[Symbol.dispose]();
    },
  };
}
