/** Any server by HTTP: requests with credentials kept for its host, and signed webhooks. */
import type { Integration } from '../../../copilot/tasks/ports/integration.ts';
import { type HttpConfig, httpConfig } from './config.ts';
import { type HttpMeans, requestAction } from './request.ts';
import { webhookAction } from './webhook.ts';

export function httpIntegration(means: HttpMeans): Integration {
  return {
    name: 'http',
    summary: 'Requests to any server, and signed webhooks',
    config: httpConfig,
    actions: [requestAction(means), webhookAction(means)],
    tested: 'real peer',
    async health(work) {
      const { hosts, webhooks } = work.config as HttpConfig;
      const count = (list: object, noun: string) => `${Object.keys(list).length} ${noun}`;
      return { isReady: true, text: `${count(hosts, 'hosts')} and ${count(webhooks, 'webhooks')} are configured.` };
    },
  };
}
