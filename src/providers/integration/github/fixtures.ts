/** The GitHub integration beside its contract server, as tests start it. */
import { aHouse, type GithubHouse, startGithub, TOKEN } from '../../../../test/support/github-server.ts';
import { act, aWork, previewOf, type WorkOptions } from '../../../../test/support/integration-work.ts';
import { githubIntegration } from './integration.ts';

export async function aGithub(house: GithubHouse = aHouse()) {
  const server = await startGithub(house);
  const integration = githubIntegration({ fetch });
  const work = ({ config, ...options }: WorkOptions = {}) =>
    aWork({
      secrets: { 'env:GITHUB_TOKEN': TOKEN },
      ...options,
      config: { baseUrl: server.url, owner: 'raolivei', ...config },
    });
  return {
    server,
    house,
    integration,
    work,
    act: (name: string, params: object = {}, options?: WorkOptions) =>
      act(integration, name, { repo: 'nima', ...params }, work(options)),
    preview: (name: string, params: object = {}) => previewOf(integration, name, { repo: 'nima', ...params }, work()),
  };
}
