import { expect, test } from 'vitest';
import { changeOf, rowsOf } from './profile-rows.ts';

test('only what was changed is sent, so a number stays a number', () => {
  const before = { editor: 'Neovim', hours: 8, tone: 'short' };
  const rows = rowsOf(before).map((row) => (row.name === 'tone' ? { ...row, value: 'shorter' } : row));
  expect(changeOf(before, rows)).toEqual({ tone: 'shorter' });
});

test('a row taken out or renamed removes its old name', () => {
  const before = { editor: 'Neovim', tone: 'short' };
  const rows = [
    { key: 'editor', name: 'Text editor', value: 'Neovim' },
    { key: 'new', name: ' ', value: 'nothing' },
  ];
  expect(changeOf(before, rows)).toEqual({ editor: null, tone: null, 'Text editor': 'Neovim' });
});
