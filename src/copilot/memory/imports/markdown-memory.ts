/**
 * Reads memories kept as Markdown: one fact a bullet or paragraph (OpenClaw's MEMORY.md and its daily notes, Letta's
 * blocks), or parts between § marks (Hermes). Headings tell what a fact is about; code and empty parts are left out. Pure.
 */
import { FACT_CHARS_MAX } from '../facts/fact.ts';
import type { ForeignFact, ForeignMemory, Skipped } from './formats.ts';

const DAY_IN_NAME = /(\d{4}-\d\d-\d\d)\.md$/i;
const SECTION_MARK = /^\s*§\s*$/m;

/** Front matter and fenced code say nothing about a person. */
function withoutCode(text: string): string {
  return text
    .replace(/^---\n[\s\S]*?\n---\n/, '')
    .replaceAll(/^(`{3,}|~{3,})[^\n]*\n[\s\S]*?^\1[^\n]*$/gm, '')
    .replaceAll(/<!--[\s\S]*?-->/g, '');
}

const plain = (text: string): string =>
  text
    .replace(/^\s*(?:[-*+•]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s*)?/, '')
    .replaceAll(/\*\*([^*]+)\*\*|__([^_]+)__/g, '$1$2')
    .replaceAll(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replaceAll(/\s+/g, ' ')
    .trim();

interface Part {
  readonly text: string;
  readonly heading: string;
  readonly line: number;
}

const BULLET = /^\s*(?:[-*+•]|\d{1,3}[.)])\s+/;
const RULE = /^\s*(?:§|-{3,}|\|)/;
const TITLE = /^#{1,6}\s+(?<title>.+)$/;

/** A bullet with its continuation lines, or a paragraph. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let heading = '';
  let goesOn = false;
  for (const [index, line] of text.split('\n').entries()) {
    const title = TITLE.exec(line)?.groups?.title;
    if (title !== undefined) heading = plain(title);
    const isText = title === undefined && line.trim() !== '' && !RULE.test(line);
    const last = parts.at(-1);
    if (isText && goesOn && last && !BULLET.test(line))
      parts[parts.length - 1] = { ...last, text: `${last.text} ${plain(line)}` };
    else if (isText) parts.push({ text: plain(line), heading, line: index + 1 });
    goesOn = isText;
  }
  return parts;
}

/** Parts of a file of § marks are facts by themselves, whatever lines they have. */
function sectionsOf(text: string): Part[] {
  let line = 1;
  return text.split(/^\s*§\s*$/m).flatMap((section) => {
    const at = line;
    line += section.split('\n').length;
    return plain(section) ? [{ text: plain(section.replaceAll(/^#{1,6}\s+.*$/gm, '')), heading: '', line: at }] : [];
  });
}

export function readMarkdownMemory(text: string, name: string): ForeignMemory | null {
  const clean = withoutCode(text.replaceAll('\r\n', '\n'));
  const parts = (SECTION_MARK.test(clean) ? sectionsOf(clean) : partsOf(clean)).filter((part) => part.text);
  if (parts.length === 0) return null;
  const day = DAY_IN_NAME.exec(name)?.[1];
  const facts: ForeignFact[] = [];
  const skipped: Skipped[] = [];
  for (const { text: fact, heading, line } of parts) {
    const isLong = fact.length > FACT_CHARS_MAX;
    if (isLong) skipped.push({ what: `line ${line}`, because: 'It is too long for a fact.' });
    else if (/[?]$/.test(fact) || fact.split(' ').length < 2)
      skipped.push({ what: `line ${line}`, because: 'It states nothing.' });
    else facts.push({ fact, at: day ? `${day}T12:00:00.000Z` : null, metadata: heading ? { heading } : {} });
  }
  return { facts, talks: [], skipped };
}
