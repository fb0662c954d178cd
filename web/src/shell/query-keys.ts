/** Names of what the page keeps of Nima's answers, so that a change finds all that shows it. */
export const keys = {
  me: ['me'],
  health: ['health'],
  conversations: ['conversations'],
  conversationsFound: (query: string) => ['conversations', query],
  conversation: (id: string | undefined) => ['conversation', id],
  facts: ['facts'],
  factsFound: (filter: object) => ['facts', 'found', filter],
  fact: (id: string) => ['facts', 'one', id],
  factHistory: (id: string) => ['facts', 'history', id],
  categories: ['facts', 'categories'],
  learned: ['learned'],
  learnedFrom: (turnId: string) => ['learned', turnId],
  profile: ['profile'],
} as const;
