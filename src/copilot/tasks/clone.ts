/** Clones a repository: the task `git clone` in the words people use. */
import { z } from 'zod';
import { defineOperation } from '../../kernel/operation.ts';
import { startingTask } from './start.ts';

export const cloneRepository = defineOperation({
  name: 'tasks.clone',
  summary: 'Clone a repository',
  input: z.object({
    url: z.string().min(1).max(1000).describe('Where it is: https://github.com/nima/nima.git'),
    folder: z.string().min(1).max(500).describe('Where it goes: the name of an open folder, and a path below it'),
  }),
  examples: [
    {
      say: 'clone https://github.com/nima/nima.git to code/nima',
      input: { url: 'https://github.com/nima/nima.git', folder: 'code/nima' },
    },
    {
      say: 'clone https://github.com/nima/canopy into code/canopy',
      input: { url: 'https://github.com/nima/canopy', folder: 'code/canopy' },
    },
    {
      say: 'git clone https://gitlab.com/ana/swimto.git to code/swimto',
      input: { url: 'https://gitlab.com/ana/swimto.git', folder: 'code/swimto' },
    },
    {
      say: 'git clone https://github.com/nima/nima.git to code/nima',
      input: { url: 'https://github.com/nima/nima.git', folder: 'code/nima' },
    },
  ],
  ...startingTask('tasks.clone'),
});
