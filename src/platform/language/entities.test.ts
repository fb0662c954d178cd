import { expect, test } from 'vitest';
import { findEntities } from './entities.ts';
import { tokenize } from './tokens.ts';

/** A Wednesday. */
const CLOCK = { now: () => Date.parse('2026-03-04T10:00:00Z'), timeZone: 'UTC' };
const valuesIn = (text: string, kind: string) =>
  findEntities(text, tokenize(text), CLOCK).flatMap((entity) => (entity.kind === kind ? [entity.value] : []));

test('JSON is taken whole, and braces around anything else are left alone', () => {
  expect(valuesIn('call it with {"where": {"city": "Bonn"}, "days": 2}', 'object')).toEqual([
    { where: { city: 'Bonn' }, days: 2 },
  ]);
  expect(valuesIn('write {name} and {"a": 1} } {', 'object')).toEqual([{ a: 1 }]);
});

test('the two ends of quiet hours are two times', () => {
  expect(valuesIn('quiet 19:00-07:30', 'clock')).toEqual(['19:00', '07:30']);
  expect(valuesIn('from half past ten at night to 7 in the morning', 'clock')).toContain('22:30');
});

test('“for a week” is a length, and a day for who asks until when', () => {
  expect(valuesIn('mute it for a week', 'moment')).toMatchObject([{ date: '2026-03-11' }]);
});

test('folders of Windows are paths', () => {
  expect(valuesIn('register C:\\dev\\crm', 'path')).toEqual(['C:\\dev\\crm']);
});
