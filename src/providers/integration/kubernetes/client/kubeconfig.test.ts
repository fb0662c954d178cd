import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';
import { expect, test } from 'vitest';
import { aKubeconfig } from '../../../../../test/support/eldertree.ts';
import { aWork } from '../../../../../test/support/integration-work.ts';
import { CLUSTER_TOKEN, startKubernetes } from '../../../../../test/support/kubernetes-server.ts';
import { kubernetesIntegration } from '../integration.ts';

const health = (kubeconfig: string, config: object = {}) =>
  kubernetesIntegration({ name: 'kubernetes', now: Date.now }).health(aWork({ config: { kubeconfig, ...config } }));
const connected = { isReady: true, text: 'Connected to eldertree (v1.33.4+k3s1).' };

test('a token, a token file and a program that hands out credentials are all ways in', async () => {
  const { url } = await startKubernetes();
  const folder = mkdtempSync(join(tmpdir(), 'nima-kube-'));
  writeFileSync(join(folder, 'token'), `${CLUSTER_TOKEN}\n`);
  const status = { token: CLUSTER_TOKEN };
  const credential = { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
  const plugin = join(folder, 'login');
  writeFileSync(plugin, `#!/bin/sh\ntest "$REGION" = eu && echo '${JSON.stringify(credential)}'\n`);
  chmodSync(plugin, 0o755);
  const exec = {
    apiVersion: 'client.authentication.k8s.io/v1',
    command: plugin,
    env: [{ name: 'REGION', value: 'eu' }],
  };
  expect(await health(aKubeconfig(url))).toEqual(connected);
  expect(await health(aKubeconfig(url, { tokenFile: join(folder, 'token') }))).toEqual(connected);
  expect(await health(aKubeconfig(url, { exec }))).toEqual(connected);
  expect(await health(aKubeconfig(url, { exec: { ...exec, env: null } }))).toMatchObject({
    isReady: false,
    text: expect.stringContaining('gave none'),
  });
});

test('a client certificate is shown, and the certificate of the cluster is checked', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nima-tls-'));
  const at = (name: string) => join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { stdio: 'ignore' });
  const key = (name: string) => [
    '-newkey',
    'ec',
    '-pkeyopt',
    'ec_paramgen_curve:prime256v1',
    '-nodes',
    '-keyout',
    at(`${name}.key`),
    '-out',
    at(`${name}.crt`),
    '-days',
    '2',
    '-subj',
    `/CN=${name}`,
  ];
  openssl('req', '-x509', ...key('ca'));
  openssl(
    'req',
    '-x509',
    '-CA',
    at('ca.crt'),
    '-CAkey',
    at('ca.key'),
    '-addext',
    'subjectAltName=IP:127.0.0.1',
    ...key('server'),
  );
  openssl('req', '-x509', '-CA', at('ca.crt'), '-CAkey', at('ca.key'), ...key('rafael'));
  const pem = (name: string) => readFileSync(at(name));
  const secure = createServer({
    ca: pem('ca.crt'),
    cert: pem('server.crt'),
    key: pem('server.key'),
    requestCert: true,
    rejectUnauthorized: true,
  });
  const shown: string[] = [];
  secure.on('secureConnection', (socket: TLSSocket) => void shown.push(String(socket.getPeerCertificate().subject.CN)));
  const { url } = await startKubernetes(secure);
  const user = {
    token: CLUSTER_TOKEN,
    'client-certificate-data': pem('rafael.crt').toString('base64'),
    'client-key': at('rafael.key'),
  };
  const ca = { 'certificate-authority-data': pem('ca.crt').toString('base64') };
  expect(await health(aKubeconfig(url, user, ca))).toEqual(connected);
  expect(shown).toContain('rafael');
  expect(await health(aKubeconfig(url, user))).toMatchObject({
    isReady: false,
    text: expect.stringContaining('cannot be reached'),
  });
  expect(await health(aKubeconfig(url, { token: CLUSTER_TOKEN }, ca))).toMatchObject({ isReady: false });
});

test('another context, no file and what we do not support are told plainly', async () => {
  const path = aKubeconfig('http://127.0.0.1:1');
  expect((await health(path, { context: 'work' })).text).toContain('has no context "work". It has: eldertree.');
  expect((await health('/nowhere/config')).text).toContain('The kubeconfig /nowhere/config cannot be read');
  expect((await health(aKubeconfig('http://127.0.0.1:1', { as: 'root' }))).text).toContain(
    'acting as somebody else is not supported',
  );
  expect((await health(aKubeconfig('http://127.0.0.1:1', {}, { 'proxy-url': 'socks5://x' }))).text).toContain(
    'a proxy is not supported',
  );
  expect((await health(path)).text).toContain('The cluster at 127.0.0.1:1 cannot be reached (ECONNREFUSED).');
});
