/** Webhooks in words. */
import type { WebhookDelivery, WebhookEndpoint, WebhookReceiver } from '../../api/nima.ts';
import { sayDateTime } from '../../parts/say-time.ts';

/** A secret that is shown this once. */
export interface Shown {
  readonly name: string;
  readonly secret: string;
  /** Where the other side sends to, for a receiver. */
  readonly address?: string;
}

export const hostOf = ({ url }: Pick<WebhookEndpoint, 'url'>): string => new URL(url).host;

/** What an endpoint is called: what its owner wrote, else its host. */
export const nameOf = (endpoint: WebhookEndpoint): string => endpoint.description || hostOf(endpoint);

export const addressOf = ({ path }: Pick<WebhookReceiver, 'path'>): string => `${window.location.origin}${path}`;

export function endpointWords({ state, events, delivered_at }: WebhookEndpoint): string {
  const parts = [
    events.includes('*') ? 'every event' : events.join(', '),
    state === 'paused' && 'paused',
    delivered_at ? `last arrived ${sayDateTime(delivered_at)}` : 'nothing sent yet',
  ];
  return parts.filter(Boolean).join(' · ');
}

export function receiverWords({ kind, received_at }: WebhookReceiver): string {
  const by = kind === 'github' ? 'signed by GitHub' : 'Standard Webhooks';
  return `${by} · ${received_at ? `last heard ${sayDateTime(received_at)}` : 'nothing came yet'}`;
}

const STATE_WORDS: Readonly<Record<WebhookDelivery['state'], string>> = {
  waiting: 'waits',
  delivered: 'arrived',
  failed: 'failed',
};

export function deliveryWords({ state, attempts, error, updated_at }: WebhookDelivery): string {
  const tries = attempts > 1 && `${attempts} tries`;
  return [STATE_WORDS[state], sayDateTime(updated_at), tries, error].filter(Boolean).join(' · ');
}

/** `goals.*, tasks.task.failed` as it is typed. */
export const eventsOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);
