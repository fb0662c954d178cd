/**
 * What was made from packs, kept in this process within a bound: their facts and rules as passages with vectors, and the
 * vectors of their topics. Named by content, so a new version is simply another name; the least recently used goes first.
 */
import type { Context, Log } from '../../../kernel/context.ts';
import type { Embedder } from '../../../kernel/ports.ts';
import { matrixOf, readNpy, rowOf, writeNpy } from '../embeddings/npy.ts';
import { hashOf, type Manifest, type PackContent, type PackFact, type PackRule, textOf } from '../format/content.ts';
import { type PackShelf, packShelves } from '../ports/pack-shelf.ts';
import { contentRoots, rootsOf } from '../select/words.ts';
import type { AvailablePack } from './available.ts';

export interface PackItem {
  readonly entry: PackFact | PackRule;
  readonly text: string;
  /** The text with its tags and the name of its topic: what is searched. */
  readonly searched: string;
  readonly roots: ReadonlySet<string>;
  /** Null when the embedder could not be reached. */
  readonly vector: Int8Array | null;
}

export interface LoadedPack {
  readonly content: PackContent;
  readonly items: readonly PackItem[];
  /** In how many items each word stands. */
  readonly counts: ReadonlyMap<string, number>;
}

/** Six shipped packs take about 2 MB; a process that serves many owners keeps the packs in use. */
const PACKS_MAX = 32;

function searchedOf({ topics }: Manifest, entry: PackFact | PackRule): string {
  const topic = topics.find(({ id }) => id === entry.topic)?.name ?? '';
  return [textOf(entry), 'tags' in entry ? entry.tags.join(' ') : '', topic].filter(Boolean).join(' ');
}

/** The kept vectors of a content: a name for each embedder, since vectors of one mean nothing to another. */
export const shelfNameOf = (hash: string, embedderId: string): string =>
  `${hash.replace('sha256:', '')}/${embedderId.replaceAll(/[^\w.-]+/g, '_')}/embeddings.npy`;

/** Embeds every fact and rule, in that order. */
export async function embedContent(embedder: Embedder, { manifest, facts, rules }: PackContent) {
  const vectors = await embedder.embed([...facts, ...rules].map((entry) => searchedOf(manifest, entry)));
  return matrixOf(vectors, embedder.dimensions);
}

interface Means {
  readonly embedder: Embedder;
  readonly shelf: PackShelf | undefined;
  readonly log: Log;
}

async function vectorsOf(content: PackContent, { embedder, shelf, log }: Means): Promise<readonly Int8Array[] | null> {
  const count = content.facts.length + content.rules.length;
  const name = shelfNameOf(hashOf(content), embedder.id);
  const kept = readNpy((await shelf?.read(name)) ?? new Uint8Array());
  if (kept?.rows === count && kept.dimensions === embedder.dimensions) {
    return Array.from({ length: count }, (_, row) => rowOf(kept, row));
  }
  try {
    const made = await embedContent(embedder, content);
    // Arithmetic is faster than a file; what a model was asked for is worth keeping.
    if (!embedder.isInstant) await shelf?.write(name, writeNpy(made));
    return Array.from({ length: count }, (_, row) => rowOf(made, row));
  } catch (cause) {
    // An embedder that is down must not silence packs: keywords alone still find most.
    log.warn('pack not embedded', { pack: content.manifest.id, cause });
    return null;
  }
}

function countsOf(items: readonly PackItem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const root of items.flatMap(({ roots }) => [...roots])) counts.set(root, (counts.get(root) ?? 0) + 1);
  return counts;
}

export class PackLibrary {
  /** Least recently used first. */
  readonly #kept = new Map<string, Promise<unknown>>();

  load(ctx: Context, pack: AvailablePack): Promise<LoadedPack> {
    return this.#once(`pack ${pack.key} ${ctx.embedder.id}`, async () => {
      const content = await pack.load();
      const [shelf] = ctx.providers(packShelves).values();
      const vectors = await vectorsOf(content, { embedder: ctx.embedder, shelf, log: ctx.log });
      const items = [...content.facts, ...content.rules].map((entry, index) => {
        const searched = searchedOf(content.manifest, entry);
        const vector = vectors?.[index] ?? null;
        return { entry, text: textOf(entry), searched, roots: contentRoots(searched), vector };
      });
      return { content, items, counts: countsOf(items) };
    });
  }

  /** The keywords of all topics, each as the roots of its words. */
  keywords({ key, manifest }: AvailablePack): Promise<ReadonlySet<string>> {
    const all = manifest.topics.flatMap(({ keywords }) => keywords);
    return this.#once(`keywords ${key}`, async () => new Set(all.map((keyword) => rootsOf(keyword).join(' '))));
  }

  /** One vector for each topic of a manifest; none when the embedder cannot be reached. */
  topicVectors({ embedder, log }: Context, { key, manifest }: AvailablePack): Promise<readonly Int8Array[]> {
    return this.#once(`topics ${key} ${embedder.id}`, () => {
      const texts = manifest.topics.map(({ name, keywords }) => `${name} ${keywords.join(' ')}`);
      return embedder.embed(texts).catch((cause: unknown) => {
        log.warn('topics not embedded', { pack: manifest.id, cause });
        return [];
      });
    });
  }

  #once<T>(name: string, make: () => Promise<T>): Promise<T> {
    const known = this.#kept.get(name) as Promise<T> | undefined;
    const value = known ?? make();
    this.#kept.delete(name);
    this.#kept.set(name, value);
    if (!known) value.catch(() => this.#kept.delete(name));
    for (const oldest of this.#kept.keys()) {
      // Items, keywords and topic vectors of a pack each count once.
      if (this.#kept.size <= 3 * PACKS_MAX) break;
      this.#kept.delete(oldest);
    }
    return value;
  }
}

export const packLibrary = new PackLibrary();
