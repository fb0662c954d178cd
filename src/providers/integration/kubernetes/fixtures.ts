/** The Kubernetes integration beside the recorded ElderTree, as tests start it. */
import { stringify } from 'yaml';
import { aKubeconfig, startEldertree } from '../../../../test/support/eldertree.ts';
import { act, aWork, previewOf, type WorkOptions } from '../../../../test/support/integration-work.ts';
import { kubernetesIntegration } from './integration.ts';

export async function anEldertree({ now = Date.now }: { now?: () => number } = {}) {
  const server = await startEldertree();
  const kubeconfig = aKubeconfig(server.url);
  const integration = kubernetesIntegration({ name: 'pi-fleet', now, pollMs: 2 });
  const work = ({ config, ...options }: WorkOptions = {}) => aWork({ ...options, config: { kubeconfig, ...config } });
  return {
    server,
    kubeconfig,
    integration,
    work,
    act: (name: string, params: object = {}, options?: WorkOptions) => act(integration, name, params, work(options)),
    preview: (name: string, params: object = {}, options?: WorkOptions) =>
      previewOf(integration, name, params, work(options)),
  };
}

/** Objects as the YAML of one file. */
export const yamlOf = (...objects: readonly object[]): string => objects.map((each) => stringify(each)).join('---\n');
