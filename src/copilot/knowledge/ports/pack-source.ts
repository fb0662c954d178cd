/**
 * Port: where packs come from. A provider lists what lies in a place and hands out single files; it runs nothing, follows
 * no link and judges nothing. What is allowed in a pack is decided once, in `format/read-pack.ts`.
 */
import { definePort } from '../../../kernel/port.ts';

export interface PackEntry {
  readonly name: string;
  readonly kind: 'file' | 'executable' | 'symlink' | 'folder' | 'submodule' | 'other';
  readonly bytes: number;
}

/** One place at one moment. */
export interface OpenedPack {
  /** Top level only: a pack has no folders. */
  readonly entries: readonly PackEntry[];
  /** Commit or the like; null where the place has none. */
  readonly revision: string | null;
  /** The bytes of a listed file or executable; reads no more than it listed. */
  read(name: string): Promise<Uint8Array>;
  /** Removes what was fetched. */
  close(): Promise<void>;
}

export interface PackSource {
  /** True for places this provider can open: `https://…`, `/srv/packs/homelab`. */
  accepts(place: string): boolean;
  /** The place in its one full form, as it is kept on record. */
  canonical(place: string): string;
  /** Throws `invalid` for a place that is none, `forbidden` for one not allowed, `unavailable` when it cannot be reached. */
  open(place: string, signal: AbortSignal): Promise<OpenedPack>;
}

export const packSources = definePort<PackSource>('knowledge.pack-source');
