/** What integrations that act on this machine are given by the app: processes that can be stopped, and folders with a fence. */

export interface ProcessRequest {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** The whole environment: nothing is inherited. */
  readonly env: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  /** Of standard output and of standard error, each; the rest is dropped. */
  readonly outputBytesMax: number;
  /** Ends the process and everything it started. */
  readonly signal: AbortSignal;
  /** Told each line of either output as it comes. */
  readonly onLine?: (line: string) => void;
}

export interface ProcessEnd {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** True when more was said than is kept. */
  readonly isCut: boolean;
}

/** Folders an owner opened, by the name people use: `{ notes: '/home/ana/notes' }`. */
export type Roots = Readonly<Record<string, string>>;

export interface Placed {
  /** Absolute, with every symbolic link resolved. */
  readonly path: string;
  readonly root: string;
  /** Below the root, `''` for the root itself. */
  readonly below: string;
}

export interface Machine {
  /** Without a shell. Throws `unavailable` when the time is up, `not_found` when there is no such command. */
  run(request: ProcessRequest): Promise<ProcessEnd>;
  /**
   * Where `notes/2026/plan.md` lies: the first part names the root. Throws `forbidden` when it leads out of its root, by
   * `..` or by a symbolic link; what does not exist yet is judged by the folder that would hold it.
   */
  place(roots: Roots, path: string): Promise<Placed>;
  /** The home folder of whoever runs Nima, for programs that keep their settings there. */
  readonly home: string;
}
