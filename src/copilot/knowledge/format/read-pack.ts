/**
 * Reads an opened pack, or says everything that is wrong with it. The gate every pack passes, shipped or not: files by
 * known names only, bounded sizes, schema, ids that are unique and topics that exist.
 */
import { z } from 'zod';
import type { OpenedPack, PackEntry } from '../ports/pack-source.ts';
import {
  FACTS_MAX,
  type Manifest,
  manifestSchema,
  type PackContent,
  type PackFact,
  type PackRule,
  packFactSchema,
  packRuleSchema,
  RULES_MAX,
} from './content.ts';
import { check, decode, type Fault, type Parsed, parseJson, parseYaml } from './parse.ts';

const KIB = 1024;
/** Every file a pack may have, with its largest size: thousands of facts fit, a payload does not. */
const FILE_BYTES_MAX: ReadonlyMap<string, number> = new Map([
  ['pack.yaml', 64 * KIB],
  ['facts.json', 4096 * KIB],
  ['rules.yaml', 1024 * KIB],
  ['README.md', 256 * KIB],
  ['LICENSE', 256 * KIB],
]);
const REQUIRED = ['pack.yaml', 'facts.json', 'rules.yaml'] as const;
/** Faults told at once; the rest is counted. */
const FAULTS_MAX = 50;

const KIND_TEXTS: Readonly<Record<Exclude<PackEntry['kind'], 'file'>, string>> = {
  executable: 'It is executable. A pack is data only.',
  symlink: 'It is a symbolic link. Put the file itself there.',
  folder: 'It is a folder. All files of a pack lie side by side.',
  submodule: 'It is a submodule. A pack holds its files itself.',
  other: 'It is not a plain file.',
};

function entryFault({ name, kind, bytes }: PackEntry): string | null {
  if (name === 'embeddings.npy') return 'Embeddings are built where the pack is used. Leave this file out.';
  const bytesMax = FILE_BYTES_MAX.get(name);
  if (bytesMax === undefined) {
    return `A pack holds only ${[...FILE_BYTES_MAX.keys()].join(', ')}. ${kind === 'file' ? '' : KIND_TEXTS[kind]}`.trim();
  }
  if (kind !== 'file') return KIND_TEXTS[kind];
  return bytes > bytesMax ? `It has ${bytes} bytes, more than ${bytesMax}.` : null;
}

/** Names as shown: a file's name may hold anything. */
const shown = (name: string): string => JSON.stringify(name.slice(0, 100)).slice(1, -1);

export function entryFaults(entries: readonly PackEntry[]): Fault[] {
  const names = new Set(entries.map(({ name }) => name));
  return [
    ...REQUIRED.filter((name) => !names.has(name)).map((file) => ({ file, at: '', message: 'It is missing.' })),
    ...entries.flatMap((entry) => {
      const message = entryFault(entry);
      return message ? [{ file: shown(entry.name), at: '', message }] : [];
    }),
  ];
}

const PARSERS = { 'pack.yaml': parseYaml, 'facts.json': parseJson, 'rules.yaml': parseYaml } as const;

interface Expected<T extends z.ZodType> {
  readonly file: keyof typeof PARSERS;
  readonly root: string;
  readonly schema: T;
}

async function readChecked<T extends z.ZodType>(
  opened: OpenedPack,
  { file, root, schema }: Expected<T>,
): Promise<Parsed<z.output<T>>> {
  const text = decode(file, await opened.read(file));
  if ('faults' in text) return text;
  const value = await PARSERS[file](file, text.value);
  return 'faults' in value ? value : check(schema, value.value, { file, root });
}

/** Ids named twice, and topics the manifest does not have. */
function referenceFaults(manifest: Manifest, facts: readonly PackFact[], rules: readonly PackRule[]): Fault[] {
  const topics = new Set(manifest.topics.map(({ id }) => id));
  const listed = [
    { file: 'pack.yaml', root: 'topics', items: manifest.topics },
    { file: 'facts.json', root: 'facts', items: facts },
    { file: 'rules.yaml', root: 'rules', items: rules },
  ];
  // Facts and rules share one space of ids, so that a citation names one of them.
  const known = new Map<string, string>();
  return listed.flatMap(({ file, root, items }) =>
    items.flatMap((item: { id: string; topic?: string | undefined }, index) => {
      const space = root === 'topics' ? `topic ${item.id}` : item.id;
      const first = known.get(space);
      known.set(space, first ?? `${root}[${index}]`);
      const at = `${root}[${index}]`;
      return [
        ...(first ? [{ file, at: `${at}.id`, message: `The id ${item.id} is taken by ${first}.` }] : []),
        ...(item.topic === undefined || topics.has(item.topic)
          ? []
          : [{ file, at: `${at}.topic`, message: `pack.yaml has no topic ${item.topic}.` }]),
      ];
    }),
  );
}

function bounded(faults: readonly Fault[]): Fault[] {
  if (faults.length <= FAULTS_MAX) return [...faults];
  const more = faults.length - FAULTS_MAX;
  return [...faults.slice(0, FAULTS_MAX), { file: '', at: '', message: `And ${more} more faults.` }];
}

const faultsIn = (parsed: Parsed<unknown>): readonly Fault[] => ('faults' in parsed ? parsed.faults : []);

/** The pack's content, or its faults, at least one. */
export async function readPack(opened: OpenedPack): Promise<Parsed<PackContent>> {
  const before = entryFaults(opened.entries);
  if (before.length > 0) return { faults: bounded(before) };
  const [manifest, facts, rules] = await Promise.all([
    readChecked(opened, { file: 'pack.yaml', root: '', schema: manifestSchema }),
    readChecked(opened, { file: 'facts.json', root: 'facts', schema: z.array(packFactSchema).min(1).max(FACTS_MAX) }),
    readChecked(opened, { file: 'rules.yaml', root: 'rules', schema: z.array(packRuleSchema).max(RULES_MAX) }),
  ]);
  if ('faults' in manifest || 'faults' in facts || 'faults' in rules) {
    return { faults: bounded([manifest, facts, rules].flatMap(faultsIn)) };
  }
  const faults = referenceFaults(manifest.value, facts.value, rules.value);
  if (faults.length > 0) return { faults: bounded(faults) };
  return { value: { manifest: manifest.value, facts: facts.value, rules: rules.value } };
}

/** `facts.json: facts[3].source.url: A url begins with …` */
export const faultText = ({ file, at, message }: Fault): string => [file, at, message].filter(Boolean).join(': ');
