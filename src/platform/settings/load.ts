/**
 * Reads the environment and `nima.yaml` into one frozen object, and tells every fault at once. This is the only file
 * that reads `process.env`. The environment wins over the file.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import type { z } from 'zod';
import { Failure } from '../../kernel/errors.ts';
import { Secret } from '../../kernel/secret.ts';
import { type Settings, settingsSchema } from './schema.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** `['server', 'bodyBytesMax']` → `NIMA_SERVER_BODY_BYTES_MAX`. */
export function environmentName(section: string, key: string): string {
  return `NIMA_${section}_${key.replaceAll(/[A-Z]/g, (letter) => `_${letter}`)}`.toUpperCase();
}

function invalidSettings(faults: readonly string[]): Failure {
  const list = faults.map((fault) => `  - ${fault}`).join('\n');
  return new Failure('invalid', `Nima cannot start with these settings:\n${list}`, { code: 'settings_invalid' });
}

function readFile(path: string): Record<string, unknown> {
  if (!existsSync(path)) return {};
  // Loaded for those who have a file; its 72 modules are a tenth of a start.
  const { parse } = createRequire(import.meta.url)('yaml') as typeof import('yaml');
  try {
    const content: unknown = parse(readFileSync(path, 'utf8')) ?? {};
    if (typeof content === 'object' && !Array.isArray(content)) return content as Record<string, unknown>;
    throw new Error('it must hold sections such as "server:"');
  } catch (cause) {
    throw invalidSettings([`${path} cannot be read: ${(cause as Error).message.split('\n')[0]}`]);
  }
}

function sectionsOf(): [string, string[]][] {
  return Object.entries(settingsSchema.shape).map(([section, schema]) => {
    const inner = (schema as z.ZodPrefault<z.ZodObject>).unwrap();
    return [section, Object.keys(inner.shape)];
  });
}

function fromEnvironment(environment: Environment): {
  values: Record<string, Record<string, string>>;
  unknown: string[];
} {
  const values: Record<string, Record<string, string>> = {};
  const known = new Set(['NIMA_SETTINGS']);
  for (const [section, keys] of sectionsOf()) {
    for (const key of keys) {
      const name = environmentName(section, key);
      known.add(name);
      const value = environment[name];
      if (value !== undefined && value !== '') values[section] = { ...values[section], [key]: value };
    }
  }
  if (environment.DATABASE_URL && !values.database?.url) values.database = { url: environment.DATABASE_URL };
  const unknown = Object.keys(environment).filter(
    (name) => name.startsWith('NIMA_') && !known.has(name) && !name.startsWith('NIMA_TEST_'),
  );
  return { values, unknown };
}

function faultText({ path, message }: z.core.$ZodIssue, values: Record<string, Record<string, string>>): string {
  const [section, key] = path.map(String);
  if (section && key && values[section]?.[key] !== undefined) return `${environmentName(section, key)}: ${message}`;
  return `${path.join('.')}: ${message}`;
}

/** Where `nima.yaml` is looked for: NIMA_SETTINGS, else the data folder, else `~/.nima`. */
function settingsFile(environment: Environment): string {
  return environment.NIMA_SETTINGS ?? join(environment.NIMA_DATA_FOLDER ?? join(homedir(), '.nima'), 'nima.yaml');
}

export function loadSettings(environment: Environment = process.env): Settings {
  const path = settingsFile(environment);
  const file = readFile(path);
  const { values, unknown } = fromEnvironment(environment);
  const merged: Record<string, unknown> = { ...file };
  for (const [section, keys] of Object.entries(values)) merged[section] = { ...(file[section] as object), ...keys };
  const parsed = settingsSchema.safeParse(merged);
  const faults = [
    ...unknown.map((name) => `${name} is not a setting. See docs/reference/settings.md.`),
    ...(parsed.error?.issues.map((issue) => faultText(issue, values)) ?? []),
  ];
  if (!parsed.success || faults.length > 0) throw invalidSettings(faults);
  return Object.freeze(parsed.data);
}

/** A secret given by value or by reference: `env:NAME` reads the environment, `file:/path` a file's first line. */
export function resolveSecret(reference: string | undefined, environment: Environment = process.env): Secret | null {
  if (!reference) return null;
  if (reference.startsWith('env:')) {
    const value = environment[reference.slice(4)];
    if (!value) throw invalidSettings([`${reference}: the environment variable is empty.`]);
    return new Secret(value);
  }
  if (!reference.startsWith('file:')) return new Secret(reference);
  try {
    return new Secret(readFileSync(reference.slice(5), 'utf8').split('\n')[0] ?? '');
  } catch (cause) {
    throw invalidSettings([`${reference}: ${(cause as Error).message}`]);
  }
}

/** The convention of no-color.org: any value but the empty one asks for plain text. */
export const hasNoColor = (environment: Environment = process.env): boolean => Boolean(environment.NO_COLOR);
