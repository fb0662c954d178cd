/**
 * Who writes a stream: machine, process and start. From the tag of a stream, a program on the same machine can tell that
 * its writer is gone; about another machine it can say nothing, and the missing signs of life decide.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';

const START = randomUUID();

export const writerTag = (): string => `${hostname()}/${process.pid}/${START}`;

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    // Not ours to signal is running all the same.
    return (thrown as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function isGone(tag: string | null): boolean {
  const [host, pid, start] = tag?.split('/') ?? [];
  if (host !== hostname() || !pid || start === START) return false;
  // A container restarts with the same process id, so one's own number with another start is a predecessor.
  return Number(pid) === process.pid || !isRunning(Number(pid));
}
