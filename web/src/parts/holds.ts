/** Whether every word stands in the text, in any order, also when the last one is still being typed. */
export const holds = (text: string, words: string): boolean =>
  words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.toLowerCase().includes(word));
