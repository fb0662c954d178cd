/**
 * Credentials from a program, as kubectl gets them (client.authentication.k8s.io): it is started as the kubeconfig says
 * and prints an ExecCredential. The kubeconfig is the owner's own file, so what it names is the owner's word.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Failure } from '../../../../kernel/errors.ts';
import { Secret } from '../../../../kernel/secret.ts';

const API_VERSION = /^client\.authentication\.k8s\.io\/(v1|v1beta1)$/;

export const execPlugin = z.object({
  apiVersion: z.string().regex(API_VERSION),
  command: z.string().min(1),
  args: z.array(z.string()).nullish(),
  env: z.array(z.object({ name: z.string().regex(/^\w+$/), value: z.string() })).nullish(),
});

const execCredential = z.object({
  kind: z.literal('ExecCredential'),
  status: z.object({
    token: z.string().optional(),
    clientCertificateData: z.string().optional(),
    clientKeyData: z.string().optional(),
    expirationTimestamp: z.string().optional(),
  }),
});

export interface Credential {
  readonly token: Secret | undefined;
  readonly certificate: string | undefined;
  readonly key: Secret | undefined;
}

export async function credentialOf(plugin: z.output<typeof execPlugin>, signal: AbortSignal): Promise<Credential> {
  const { command, args, env, apiVersion } = plugin;
  const told = { apiVersion, kind: 'ExecCredential', spec: { interactive: false } };
  const variables = [...(env ?? []), { name: 'KUBERNETES_EXEC_INFO', value: JSON.stringify(told) }];
  // `env` adds to the environment the program inherits anyway.
  const assignments = variables.map(({ name, value }) => `${name}=${value}`);
  try {
    const { stdout } = await promisify(execFile)('env', [...assignments, command, ...(args ?? [])], { signal });
    const { status } = execCredential.parse(JSON.parse(stdout));
    return {
      token: status.token ? new Secret(status.token) : undefined,
      certificate: status.clientCertificateData,
      key: status.clientKeyData ? new Secret(status.clientKeyData) : undefined,
    };
  } catch (cause) {
    signal.throwIfAborted();
    const text = `The kubeconfig asks "${command}" for credentials, and it gave none. Sign in with it, then try again.`;
    throw new Failure('invalid', text, { code: 'kubeconfig_exec_failed', cause });
  }
}
