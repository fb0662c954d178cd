/** YAML of one or many documents as objects of the cluster, every fault with its place. Also what a folder of files holds. */
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { Failure } from '../../../../kernel/errors.ts';
import { type KubeObject, kubeObject } from '../client/objects.ts';

/** One object and where it was written: `deploy.yaml#2`. */
export interface Manifest {
  readonly source: string;
  readonly object: KubeObject;
}

/** One megabyte of YAML is a hundred times a usual deployment; etcd takes no object over 1.5 MB. */
const CHARS_MAX = 1_000_000;

export const manifestFailure = (text: string, cause?: unknown): Failure =>
  new Failure('invalid', text, { code: 'manifest_invalid', cause });

export async function manifestsIn(text: string, source: string): Promise<readonly Manifest[]> {
  if (text.length > CHARS_MAX) throw manifestFailure(`${source} is longer than ${CHARS_MAX} characters. Split it.`);
  const { parseAllDocuments } = await import('yaml');
  const documents = parseAllDocuments(text);
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document, index) => {
    const at = documents.length > 1 ? `${source}#${index + 1}` : source;
    const [fault] = document.errors;
    if (fault) throw manifestFailure(`${at} is no YAML: ${fault.message.split('\n')[0]}`, fault);
    // `maxAliasCount` keeps a "billion laughs" file from filling the memory.
    const value: unknown = document.toJS({ maxAliasCount: 100 });
    if (value === null) return [];
    return listed(value).map((each) => ({ source: at, object: parsed(each, at) }));
  });
}

const listed = (value: unknown): readonly unknown[] => {
  const { kind, items } = value as { kind?: unknown; items?: unknown };
  return kind === 'List' && Array.isArray(items) ? items : [value];
};

function parsed(value: unknown, source: string): KubeObject {
  const result = kubeObject.safeParse(value);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join('.') || 'document'}: ${message}`);
  throw manifestFailure(`${source} is no manifest: ${faults.join('; ')}`);
}

/** All manifests of a file or folder below `root`; links that lead out of it are refused. */
export async function manifestsAt(root: string, path: string): Promise<readonly Manifest[]> {
  const files = await yamlFiles(await insideOf(root, path));
  if (files.length === 0) throw manifestFailure(`${path} holds no .yaml file.`);
  const found = await Promise.all(
    files.map(async (file) => manifestsIn(await readFile(file, 'utf8'), relative(root, file))),
  );
  // Files that steer kustomize or Flux are no objects of the cluster.
  return found.flat().filter(({ object }) => !object.apiVersion.startsWith('kustomize.config.k8s.io/'));
}

export async function insideOf(root: string, path: string): Promise<string> {
  const real = await realpath(join(root, path)).catch(() => null);
  if (real === null) throw manifestFailure(`There is no ${path} in ${root}.`);
  const top = await realpath(root);
  if (real !== top && !real.startsWith(top + sep)) throw manifestFailure(`${path} leads out of ${root}.`);
  return real;
}

async function yamlFiles(path: string): Promise<readonly string[]> {
  if ((await stat(path)).isFile()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  const files = entries.filter(
    (entry) => entry.isFile() && /\.ya?ml$/.test(entry.name) && !/^kustomization\.ya?ml$/.test(entry.name),
  );
  return files.map((entry) => join(entry.parentPath, entry.name)).sort();
}
