/** Manifest of the workspace module. */
import { defineModule } from '../../kernel/module.ts';
import { readOne, refreshProjects } from './jobs/refresh.ts';
import { portableWorkspace } from './portable/store.ts';
import { briefOfProject } from './projects/brief.ts';
import { createProject } from './projects/create.ts';
import { getProject } from './projects/get.ts';
import { listProjects } from './projects/list.ts';
import { refreshProject } from './projects/refresh.ts';
import { removeProject } from './projects/remove.ts';
import { searchWorkspace } from './search.ts';

export const workspace = defineModule({
  name: 'workspace',
  purpose: 'Folders and repositories the owner works on: what stands in them and where work stopped',
  folder: import.meta.dirname,
  uses: ['conversations'],
  operations: [searchWorkspace, listProjects, createProject, getProject, removeProject, refreshProject, briefOfProject],
  jobs: [refreshProjects, readOne],
  portable: portableWorkspace,
});
