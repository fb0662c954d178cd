/** A process of its own that deploys past Flux and never gets done: for a test that kills it in the middle. */
import { kubernetesIntegration } from '../../src/providers/integration/kubernetes/integration.ts';
import { act, aWork } from './integration-work.ts';

const [kubeconfig, manifests] = process.argv.slice(2);
const integration = kubernetesIntegration({ name: 'kubernetes', now: Date.now, pollMs: 50 });
const config = { kubeconfig, fluxKustomization: 'nima' };
await act(integration, 'emergency_deploy', { manifests, wait_s: 600 }, aWork({ config }));
