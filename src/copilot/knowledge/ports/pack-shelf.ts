/** Port: where what was derived from packs is kept between starts. It is a cache: losing it costs time, nothing else. */
import { definePort } from '../../../kernel/port.ts';

export interface PackShelf {
  /** Null when nothing is kept under this name. */
  read(name: string): Promise<Uint8Array | null>;
  /** Keeps the bytes, whole or not at all; answers where, for people. */
  write(name: string, bytes: Uint8Array): Promise<string>;
  /** Removes everything whose name begins with this one's folder. */
  remove(folder: string): Promise<void>;
}

export const packShelves = definePort<PackShelf>('knowledge.pack-shelf');
