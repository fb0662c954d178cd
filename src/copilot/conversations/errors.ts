/** Failures that every operation on a conversation shares. */
export const conversationErrors = {
  conversation_unknown: {
    kind: 'not_found',
    text: () => 'There is no such conversation. `nima conversations list` shows yours.',
  },
} as const;

export const turnErrors = {
  turn_unknown: { kind: 'not_found', text: () => 'There is no such turn in your conversations.' },
} as const;
