/** An answer as it is read aloud: words without their marks, in pieces a voice can take. Pure. */

/** Some voices fall silent in longer pieces. */
const PIECE_CHARS = 220;

export function spokenText(markdown: string): string {
  return markdown
    .replaceAll(/```[^\n]*\n[\s\S]*?(?:```|$)/g, ' Code is left out. ')
    .replaceAll(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll(/^\s{0,3}(?:#{1,6}|>|[-*+]|\d+[.)])\s+/gm, '')
    .replaceAll(/^\s*\|?[\s:|-]+\|?\s*$/gm, '')
    .replaceAll(/[*_`~|]+/g, ' ')
    .replaceAll(/[ \t]+/g, ' ')
    .trim();
}

/** Cut at the ends of sentences and lines, never inside a word. */
export function piecesOf(text: string): string[] {
  const sentences = text.split(/(?<=[.:;?])\s+|\n+/).filter((sentence) => sentence.trim());
  return sentences.flatMap((sentence) => {
    const pieces: string[] = [];
    for (const word of sentence.trim().split(/\s+/)) {
      const last = pieces.at(-1);
      if (last !== undefined && last.length + word.length < PIECE_CHARS) pieces[pieces.length - 1] = `${last} ${word}`;
      else pieces.push(word);
    }
    return pieces;
  });
}
