/** Git by the real program, in the folders an owner named. */
import type { Integration } from '../../../copilot/tasks/ports/integration.ts';
import { GIT_ACTIONS } from './actions.ts';
import { configOf, gitConfig } from './config.ts';
import { Git, type GitMeans } from './git-command.ts';

export function gitIntegration(means: GitMeans): Integration {
  return {
    name: 'git',
    summary: 'Repositories of this machine: clone, branch, commit, push',
    config: gitConfig,
    actions: GIT_ACTIONS.map((bind) => bind(means)),
    tested: 'real peer',
    async health(work) {
      const names = Object.keys(configOf(work).roots);
      const version = (await new Git(means, work).run('/', ['--version'])).trim();
      if (names.length > 0) return { isReady: true, text: `${version}; repositories in ${names.join(', ')}.` };
      return { isReady: false, text: `${version}, but no folder is open. Name one under integrations.git.roots.` };
    },
  };
}
