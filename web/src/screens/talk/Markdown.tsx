/**
 * Markdown as elements of the page. Text never becomes HTML: what a model writes as HTML is shown as it was written, and
 * a link leads only to the web, to mail, or inside the page. Blocks that did not change are not drawn again.
 */
import { marked, type Token, type Tokens } from 'marked';
import { Fragment, memo, type ReactNode } from 'react';
import { Scroll } from '../../parts/Scroll.tsx';
import { CodeBlock } from './CodeBlock.tsx';

const SAFE_LINK = /^(https?:|mailto:|#|\/(?!\/))/i;

/** marked leaves entities of the source in the text; a textarea reads them without ever making elements. */
function plain(text: string): string {
  if (!text.includes('&')) return text;
  const reader = document.createElement('textarea');
  reader.innerHTML = text;
  return reader.value;
}

function link({ href, tokens }: Tokens.Link): ReactNode {
  if (!SAFE_LINK.test(href)) return inline(tokens);
  return (
    <a
      href={href}
      rel="noopener noreferrer nofollow"
      target="_blank"
      className="text-moss underline decoration-moss/40 underline-offset-3 wrap-anywhere hover:decoration-moss"
    >
      {inline(tokens)}
    </a>
  );
}

function span(token: Token): ReactNode {
  switch (token.type) {
    case 'strong':
      return <strong className="font-strong">{inline(token.tokens)}</strong>;
    case 'em':
      return <em>{inline(token.tokens)}</em>;
    case 'del':
      return <del className="text-ink-2">{inline(token.tokens)}</del>;
    case 'codespan':
      return (
        <code className="rounded-[5px] bg-sunken px-1.5 py-px font-mono text-small wrap-anywhere">
          {plain(token.text)}
        </code>
      );
    case 'br':
      return <br />;
    case 'link':
      return link(token as Tokens.Link);
    case 'image':
      // A picture would be fetched from elsewhere and tell that it was read; its address is shown instead.
      return link({
        ...(token as Tokens.Image),
        tokens: [{ type: 'text', raw: '', text: token.text || token.href }],
      } as never);
    case 'checkbox':
      return (
        <input type="checkbox" checked={token.checked} disabled aria-label="Task" className="mr-1.5 accent-moss" />
      );
    case 'text':
      return token.tokens ? inline(token.tokens) : plain(token.text);
    case 'escape':
      return plain(token.text);
    default:
      return token.raw;
  }
}

// biome-ignore-start lint/suspicious/noArrayIndexKey: tokens have no identity but their place.
const inline = (tokens: readonly Token[] = []): ReactNode =>
  tokens.map((token, index) => <Fragment key={index}>{span(token)}</Fragment>);

const blocks = (tokens: readonly Token[]): ReactNode =>
  tokens.map((token, index) => <Fragment key={index}>{block(token)}</Fragment>);

function list({ ordered, start, items }: Tokens.List): ReactNode {
  const rows = items.map((item, index) => (
    <li key={index} className={item.task ? 'list-none' : 'pl-1 marker:text-ink-3'}>
      {blocks(item.tokens)}
    </li>
  ));
  const look = 'my-3 flex flex-col gap-1 pl-5 first:mt-0 last:mb-0';
  if (!ordered) return <ul className={`${look} list-disc`}>{rows}</ul>;
  return (
    <ol start={start || 1} className={`${look} list-decimal`}>
      {rows}
    </ol>
  );
}

function table({ header, rows, align }: Tokens.Table): ReactNode {
  const side = (column: number) => ({ textAlign: align[column] ?? ('left' as const) });
  return (
    <Scroll className="my-4 overflow-x-auto" aria-label="Table">
      <table className="min-w-full border-collapse text-small">
        <thead>
          <tr>
            {header.map((cell, column) => (
              <th
                key={column}
                style={side(column)}
                className="border-b border-edge/60 py-1.5 pr-5 font-strong last:pr-0"
              >
                {inline(cell.tokens)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index} className="border-b border-line last:border-0">
              {row.map((cell, column) => (
                <td key={column} style={side(column)} className="py-1.5 pr-5 align-top last:pr-0">
                  {inline(cell.tokens)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
// biome-ignore-end lint/suspicious/noArrayIndexKey: tokens have no identity but their place.

/** Headings inside an answer stand below the page's own, whatever their level. */
function heading({ depth, tokens }: Tokens.Heading): ReactNode {
  const look = 'mt-5 mb-1.5 font-strong first:mt-0';
  if (depth <= 2) return <h2 className={look}>{inline(tokens)}</h2>;
  return <h3 className={`${look} text-ink-2`}>{inline(tokens)}</h3>;
}

function block(token: Token): ReactNode {
  switch (token.type) {
    case 'space':
    case 'def':
      return null;
    case 'heading':
      return heading(token as Tokens.Heading);
    case 'paragraph':
      return <p className="my-3 wrap-anywhere first:mt-0 last:mb-0">{inline(token.tokens)}</p>;
    case 'code':
      return <CodeBlock text={token.text} language={token.lang ?? ''} />;
    case 'blockquote':
      return (
        <blockquote className="my-3 border-l-2 border-line pl-4 text-ink-2">{blocks(token.tokens ?? [])}</blockquote>
      );
    case 'list':
      return list(token as Tokens.List);
    case 'table':
      return table(token as Tokens.Table);
    case 'hr':
      return <hr className="my-5 border-line" />;
    case 'html':
      return <p className="my-3 wrap-anywhere whitespace-pre-wrap">{token.raw}</p>;
    default:
      return span(token);
  }
}

const Block = memo(
  ({ token }: { token: Token }) => block(token),
  (before, after) => before.token.raw === after.token.raw && before.token.type === after.token.type,
);

export function Markdown({ text }: { text: string }) {
  const tokens = marked.lexer(text, { gfm: true });
  return (
    <div>
      {tokens.map((token, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a growing text only adds blocks at its end.
        <Block key={index} token={token} />
      ))}
    </div>
  );
}
