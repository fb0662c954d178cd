/** Puts the page's machinery together once: client, connection, cache, followed answers, and the word to other tabs. */
import { QueryCache, QueryClient } from '@tanstack/react-query';
import { Connection } from '../api/connection.ts';
import { type Api, createClient, NimaError } from '../api/nima.ts';
import { Toasts } from '../parts/toasts.ts';
import { AnswerFeed } from '../screens/talk/answer-feed.ts';
import { keys } from './query-keys.ts';

export interface Nima {
  readonly api: Api;
  readonly connection: Connection;
  readonly queries: QueryClient;
  readonly feed: AnswerFeed;
  readonly toasts: Toasts;
  /** Refreshes what a change of a conversation may show, here and in other tabs. */
  readonly conversationChanged: (id: string) => void;
  /** Refreshes what is remembered, wherever it is shown. */
  readonly memoryChanged: () => void;
}

const AGAIN_MS = 500;
const AGAIN_MS_MAX = 8000;

function isWorthRetrying(count: number, error: unknown): boolean {
  const isRefused = error instanceof NimaError && error.kind !== 'unavailable' && error.kind !== 'internal';
  return !isRefused && count < 2;
}

function createQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof NimaError && error.kind === 'unauthenticated') queries.setQueryData(keys.me, null);
      },
    }),
    defaultOptions: {
      // Nima may run on this very machine, so "offline" is decided by trying, not by the browser.
      queries: { networkMode: 'always', staleTime: 5000, retry: isWorthRetrying, retryDelay: AGAIN_MS },
      mutations: { networkMode: 'always' },
    },
  });
  return queries;
}

export function createNima(): Nima {
  const connection = new Connection((request, options) => globalThis.fetch(request, options));
  const api = createClient({ fetch: connection.fetch });
  const queries = createQueries();
  const tabs = new BroadcastChannel('nima');
  const refreshConversation = (id: string) => {
    queries.invalidateQueries({ queryKey: keys.conversation(id) });
    queries.invalidateQueries({ queryKey: keys.conversations });
  };
  const refreshMemory = () => {
    for (const queryKey of [keys.facts, keys.learned]) queries.invalidateQueries({ queryKey });
  };
  const conversationChanged = (id: string) => {
    refreshConversation(id);
    tabs.postMessage(id);
  };
  const memoryChanged = () => {
    refreshMemory();
    tabs.postMessage(null);
  };
  tabs.addEventListener('message', ({ data }) =>
    typeof data === 'string' ? refreshConversation(data) : refreshMemory(),
  );
  connection.subscribe(() => !connection.isLost() && queries.invalidateQueries());
  const feed = new AnswerFeed({
    resume: (id, after) => api.chat.resume({ id, after }),
    restored: async (tries) => {
      await new Promise((resolve) => setTimeout(resolve, Math.min(AGAIN_MS * 2 ** tries, AGAIN_MS_MAX)));
      await connection.restored(new AbortController().signal);
    },
    lose: () => connection.lose(),
    onPause: ({ conversationId, calls }) => {
      conversationChanged(conversationId);
      if (calls.some(({ operation }) => operation.startsWith('memory.'))) memoryChanged();
    },
    now: () => Date.now(),
  });
  return { api, connection, queries, feed, toasts: new Toasts(), conversationChanged, memoryChanged };
}
