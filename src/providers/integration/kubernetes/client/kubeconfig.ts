/**
 * Reads a kubeconfig as kubectl does, or the service account of the pod Nima runs in: which server, whose certificate
 * authority, and how we say who we are (client certificate, token, token file, user and password, or a program that
 * hands out credentials). Proxies and impersonation are refused rather than ignored.
 */
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import { Secret } from '../../../../kernel/secret.ts';
import { fromHome } from '../config.ts';
import { execPlugin } from './exec-credential.ts';

const cluster = z.object({
  server: z.url(),
  'certificate-authority': z.string().optional(),
  'certificate-authority-data': z.string().optional(),
  'insecure-skip-tls-verify': z.boolean().optional(),
  'tls-server-name': z.string().optional(),
  'proxy-url': z.undefined({ error: 'a proxy is not supported; leave proxy-url out' }).optional(),
});
const user = z.object({
  'client-certificate': z.string().optional(),
  'client-certificate-data': z.string().optional(),
  'client-key': z.string().optional(),
  'client-key-data': z.string().optional(),
  token: z.string().optional(),
  tokenFile: z.string().optional(),
  username: z.string().optional(),
  password: z.string().optional(),
  exec: execPlugin.optional(),
  as: z.undefined({ error: 'acting as somebody else is not supported; use that account itself' }).optional(),
  'auth-provider': z.undefined({ error: 'auth-provider left Kubernetes in 1.26; use exec' }).optional(),
});
const kubeconfig = z.object({
  'current-context': z.string().optional(),
  contexts: z.array(
    z.object({
      name: z.string(),
      context: z.object({ cluster: z.string(), user: z.string().optional(), namespace: z.string().optional() }),
    }),
  ),
  clusters: z.array(z.object({ name: z.string(), cluster })),
  users: z.array(z.object({ name: z.string(), user: user.nullable() })).default([]),
});

/** Everything needed to open a connection; credentials that age are read when they are used. */
export interface Access {
  readonly context: string;
  readonly server: string;
  readonly ca: string | undefined;
  readonly isUnverified: boolean;
  readonly serverName: string | undefined;
  readonly certificate: string | undefined;
  readonly key: Secret | undefined;
  /** Sent as it is: a bearer token or `Basic …`. */
  readonly token: Secret | undefined;
  readonly basic: Secret | undefined;
  readonly tokenFile: string | undefined;
  readonly exec: z.output<typeof execPlugin> | undefined;
}

const SERVICE_ACCOUNT = '/var/run/secrets/kubernetes.io/serviceaccount';

export async function accessOf(options: {
  kubeconfig?: string | undefined;
  context?: string | undefined;
}): Promise<Access> {
  const path = options.kubeconfig ? resolve(fromHome(options.kubeconfig)) : join(homedir(), '.kube/config');
  if (!options.kubeconfig) {
    const inside = await insideCluster();
    if (inside) return inside;
  }
  const parsed = kubeconfig.safeParse(await parsedFile(path));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw unusable(`${path} is no kubeconfig Nima can use (${faults}).`, parsed.error);
  }
  return accessIn(parsed.data, path, options.context);
}

async function accessIn(file: z.output<typeof kubeconfig>, path: string, wanted: string | undefined): Promise<Access> {
  const name = wanted ?? file['current-context'] ?? '';
  const context = file.contexts.find((each) => each.name === name)?.context;
  if (!context) {
    const known = file.contexts.map((each) => each.name).join(', ') || 'none';
    throw unusable(`${path} has no context "${name}". It has: ${known}.`);
  }
  const where = file.clusters.find((each) => each.name === context.cluster)?.cluster;
  if (!where)
    throw unusable(`${path}: the context ${name} names the cluster "${context.cluster}", which is not there.`);
  const who = file.users.find((each) => each.name === context.user)?.user ?? {};
  const folder = dirname(path);
  const key = await inlineOrFile(who['client-key-data'], who['client-key'], folder);
  return {
    context: name,
    server: where.server.replace(/\/+$/, ''),
    ca: await inlineOrFile(where['certificate-authority-data'], where['certificate-authority'], folder),
    isUnverified: where['insecure-skip-tls-verify'] ?? false,
    serverName: where['tls-server-name'],
    certificate: await inlineOrFile(who['client-certificate-data'], who['client-certificate'], folder),
    key: key ? new Secret(key) : undefined,
    token: who.token ? new Secret(who.token) : undefined,
    basic: who.username ? new Secret(btoa(`${who.username}:${who.password ?? ''}`)) : undefined,
    tokenFile: who.tokenFile ? resolve(folder, who.tokenFile) : undefined,
    exec: who.exec,
  };
}

async function parsedFile(path: string): Promise<unknown> {
  try {
    const { parse } = await import('yaml');
    return parse(await readFile(path, 'utf8'));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : '';
    throw unusable(
      `The kubeconfig ${path} cannot be read (${why}). Set \`kubeconfig\` of the kubernetes integration.`,
      cause,
    );
  }
}

async function inlineOrFile(
  data: string | undefined,
  path: string | undefined,
  folder: string,
): Promise<string | undefined> {
  if (data) return Buffer.from(data, 'base64').toString('utf8');
  if (!path) return undefined;
  return readFile(resolve(folder, path), 'utf8').catch((cause) => {
    throw unusable(`The kubeconfig names ${path}, which cannot be read.`, cause);
  });
}

async function insideCluster(): Promise<Access | null> {
  const ca = await readFile(join(SERVICE_ACCOUNT, 'ca.crt'), 'utf8').catch(() => null);
  if (ca === null) return null;
  const nothing = {
    serverName: undefined,
    certificate: undefined,
    key: undefined,
    token: undefined,
    basic: undefined,
    exec: undefined,
  };
  const tokenFile = join(SERVICE_ACCOUNT, 'token');
  return {
    ...nothing,
    context: 'in-cluster',
    server: 'https://kubernetes.default.svc',
    ca,
    isUnverified: false,
    tokenFile,
  };
}

export const unusable = (text: string, cause?: unknown): Failure =>
  new Failure('invalid', text, { code: 'kubeconfig_unusable', cause });
