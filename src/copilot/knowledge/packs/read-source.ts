/** Opens a pack's place through whichever provider knows it, passes it through the gate, and cleans up after it. */
import type { Context } from '../../../kernel/context.ts';
import { failuresOf } from '../../../kernel/errors.ts';
import type { PackContent } from '../format/content.ts';
import type { Parsed } from '../format/parse.ts';
import { faultText, readPack } from '../format/read-pack.ts';
import { type PackSource, packSources } from '../ports/pack-source.ts';
import { sourceErrors } from './pack.ts';

const fail = failuresOf(sourceErrors);

export interface ReadSource {
  /** The place in full. */
  readonly source: string;
  readonly revision: string | null;
  readonly read: Parsed<PackContent>;
}

function sourceOf({ providers }: Context, place: string): PackSource {
  const source = [...providers(packSources).values()].find((each) => each.accepts(place));
  if (!source) throw fail.pack_source_unsupported({});
  return source;
}

export async function readSource(ctx: Context, place: string): Promise<ReadSource> {
  const provider = sourceOf(ctx, place);
  const opened = await provider.open(place, ctx.signal);
  try {
    const { revision } = opened;
    return { source: provider.canonical(place), revision, read: await readPack(opened) };
  } finally {
    await opened.close();
  }
}

/** The content, or the failure that names its faults. */
export function contentOf({ read }: ReadSource): PackContent {
  if ('value' in read) return read.value;
  const [first] = read.faults;
  throw fail.pack_invalid({
    faults: [...read.faults],
    first: first ? faultText(first) : '',
    count: read.faults.length,
  });
}
