/** Finds and reads the files that tell about a project: notes and manifests, bounded in number and size, never secrets. */
import { createHash } from 'node:crypto';
import { open, readdir, realpath } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { ReadFile } from '../../../copilot/workspace/ports/project-reader.ts';

const FILES_MAX = 150;
const FILE_BYTES_MAX = 200_000;
/** Folders looked into; a project with more keeps its notes near the top. */
const FOLDERS_MAX = 400;
const DEPTH_MAX = 5;

/** Made by programs, or not the project's own. */
const SKIPPED = /^(\..*|node_modules|vendor|dist|build|out|target|coverage|venv|__pycache__|site-packages)$/;
/** Folders besides the top whose every note and manifest counts. */
const TELLING_FOLDERS =
  /^(docs?|documentation|notes|k8s|kubernetes|deploy|deployment|manifests|clusters|charts|infra|adr)$/i;
const NOTES = /\.(md|markdown|txt|rst|adoc)$/i;
const MANIFESTS =
  /^(package\.json|pyproject\.toml|requirements[\w.-]*\.txt|setup\.(py|cfg)|cargo\.toml|go\.mod|pom\.xml|build\.gradle(\.kts)?|gemfile|composer\.json|makefile|justfile|dockerfile[\w.-]*|(docker-)?compose[\w.-]*\.ya?ml|procfile|flake\.nix|chart\.yaml|kustomization\.yaml|version|license)$/i;
const DEPLOYMENT = /\.(ya?ml|toml)$/i;
/** Made to hold secrets: never opened. */
const SECRETS = /^\.env|secret|credential|password|\.(pem|key|p12|pfx|jks|kdbx)$|^id_(rsa|ed25519|ecdsa)/i;

function tells(folder: string, name: string): boolean {
  if (SECRETS.test(name)) return false;
  if (MANIFESTS.test(name)) return true;
  if (folder === '') return NOTES.test(name);
  const [top = ''] = folder.split('/');
  return TELLING_FOLDERS.test(top) ? NOTES.test(name) || DEPLOYMENT.test(name) : /^(readme|agents)\b/i.test(name);
}

/** Paths of telling files, those nearest the top first. Links are not followed. */
async function pathsIn(root: string): Promise<{ paths: string[]; isCut: boolean }> {
  const paths: string[] = [];
  let folders = [''];
  let looked = 0;
  for (let depth = 0; depth <= DEPTH_MAX && folders.length > 0; depth++) {
    const next: string[] = [];
    for (const folder of folders) {
      if (looked++ >= FOLDERS_MAX) return { paths, isCut: true };
      const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []);
      for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory() && !SKIPPED.test(entry.name)) next.push(path);
        else if (entry.isFile() && tells(folder, entry.name)) paths.push(path);
      }
    }
    folders = next;
  }
  return { paths, isCut: folders.length > 0 };
}

/** The text, or null when it is too long, no text, or has left the project by a link since it was found. */
async function readText(root: string, path: string): Promise<string | null> {
  const real = await realpath(join(root, path));
  if (relative(root, real).startsWith(`..${sep}`)) return null;
  const file = await open(real);
  try {
    const { size } = await file.stat();
    if (size > FILE_BYTES_MAX) return null;
    const text = (await file.readFile()).toString('utf8');
    return text.includes('\0') ? null : text;
  } finally {
    await file.close();
  }
}

export async function tellingFiles(root: string, signal: AbortSignal): Promise<{ files: ReadFile[]; leftOut: number }> {
  const { paths, isCut } = await pathsIn(root);
  const files: ReadFile[] = [];
  for (const path of paths.slice(0, FILES_MAX)) {
    signal.throwIfAborted();
    const text = await readText(root, path).catch(() => null);
    if (text?.trim()) files.push({ path, text, hash: createHash('sha256').update(text).digest('base64url') });
  }
  return { files, leftOut: paths.length - files.length + (isCut ? 1 : 0) };
}
