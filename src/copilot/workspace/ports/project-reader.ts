/** The port to projects on disk: reads what tells about a project, and changes nothing. */
import { definePort } from '../../../kernel/port.ts';

export interface ReadFile {
  /** Relative to the project, with `/`. */
  readonly path: string;
  readonly text: string;
  /** Of the text, so that what has not changed is not indexed again. */
  readonly hash: string;
}

export interface ReadCommit {
  readonly hash: string;
  readonly author: string;
  /** Milliseconds UTC. */
  readonly at: number;
  readonly subject: string;
}

export interface ReadBranch {
  readonly name: string;
  readonly isCurrent: boolean;
  readonly at: number;
  /** Commits it has that the main branch has not, and the other way round; null for the main branch itself. */
  readonly ahead: number | null;
  readonly behind: number | null;
}

export interface ReadChange {
  readonly path: string;
  readonly state: 'added' | 'changed' | 'removed' | 'renamed' | 'untracked' | 'conflict';
}

export interface ReadProject {
  /** The folder with links resolved. */
  readonly path: string;
  readonly kind: 'git' | 'folder';
  readonly files: readonly ReadFile[];
  /** Newest first, of all branches. */
  readonly commits: readonly ReadCommit[];
  readonly branches: readonly ReadBranch[];
  /** Not committed. */
  readonly changes: readonly ReadChange[];
  /** Files left out because there are too many or they are too long. */
  readonly leftOut: number;
}

export interface ProjectReader {
  /** Throws `invalid` when the path is no folder or may not be read, `unavailable` when reading fails. */
  read(path: string, signal: AbortSignal): Promise<ReadProject>;
}

export const projectReaderPort = definePort<ProjectReader>('workspace.project-reader');
