import { expect, test } from 'vitest';
import type { WebhookDelivery } from '../../api/nima.ts';
import { deliveryWords, endpointWords, eventsOf, nameOf } from './webhook-words.ts';

const endpoint = {
  id: 'e',
  url: 'https://hooks.example.org/in',
  events: ['goals.*', 'tasks.task.failed'],
  description: '',
  state: 'paused',
  signing_key: null,
  has_secret: true,
  failures: 0,
  problem: null,
  delivered_at: null,
  created_at: '2026-03-02T09:00:00.000Z',
  updated_at: '2026-03-02T09:00:00.000Z',
  removed_at: null,
} as const;

test('events are read as people type them', () => {
  expect(eventsOf(' goals.*, tasks.task.failed\nalerts.raised ')).toEqual([
    'goals.*',
    'tasks.task.failed',
    'alerts.raised',
  ]);
});

test('an endpoint is called by its description, else by its host, and says what it is told', () => {
  const own = { ...endpoint, events: [...endpoint.events] };
  expect([nameOf(own), nameOf({ ...own, description: 'board' })]).toEqual(['hooks.example.org', 'board']);
  expect(endpointWords(own)).toBe('goals.*, tasks.task.failed · paused · nothing sent yet');
  expect(endpointWords({ ...own, state: 'active', events: ['*'] })).toBe('every event · nothing sent yet');
});

test('a delivery says what became of it and why', () => {
  const [created_at, updated_at] = [endpoint.created_at, endpoint.updated_at];
  const failed = { state: 'failed', attempts: 3, status_code: 500, error: 'It answered 500.' } as const;
  const delivery: WebhookDelivery = {
    id: 'd',
    endpoint_id: 'e',
    type: 'goals.goal.created',
    ...failed,
    created_at,
    updated_at,
  };
  expect(deliveryWords(delivery)).toMatch(/^failed · .* · 3 tries · It answered 500\.$/);
});
