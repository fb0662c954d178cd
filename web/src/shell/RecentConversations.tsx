/** Conversations, newest first, with a search that looks into what was said. */
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../parts/Button.tsx';
import { Icon } from '../parts/Icon.tsx';
import { useDebounced } from '../parts/use-debounced.ts';
import { ConversationRow } from './ConversationRow.tsx';
import { useNima } from './nima-context.ts';
import { keys } from './query-keys.ts';

const PAGE = 40;

function useConversations(query: string) {
  const { api } = useNima();
  return useInfiniteQuery({
    queryKey: keys.conversationsFound(query),
    queryFn: ({ pageParam }) =>
      api.conversations.list({
        limit: PAGE,
        ...(query ? { query } : {}),
        ...(pageParam ? { before: pageParam } : {}),
      }),
    initialPageParam: '',
    getNextPageParam: ({ conversations }) =>
      conversations.length < PAGE ? undefined : conversations.at(-1)?.updated_at,
    placeholderData: keepPreviousData,
  });
}

export function RecentConversations() {
  const [words, setWords] = useState('');
  const query = useDebounced(words.trim());
  const { data, isError, refetch, hasNextPage, fetchNextPage } = useConversations(query);
  const conversations = data?.pages.flatMap((page) => page.conversations);
  return (
    <section aria-label="Recent conversations" className="mt-5 flex min-h-0 flex-1 flex-col">
      <label className="relative mb-1.5 block">
        <span className="sr-only">Search conversations</span>
        <span className="pointer-events-none absolute top-1/2 left-2.5 -translate-y-1/2 text-ink-3">
          <Icon name="search" size={16} />
        </span>
        <input
          type="search"
          value={words}
          onChange={({ target }) => setWords(target.value)}
          placeholder="Search what was said"
          maxLength={500}
          className="min-h-9 w-full rounded-small bg-transparent pr-2 pl-9 text-small focus:bg-raised"
        />
      </label>
      <div className="min-h-0 flex-1 overflow-y-auto">
        <ul>
          {conversations?.map((conversation) => (
            <ConversationRow key={conversation.id} conversation={conversation} />
          ))}
        </ul>
        {conversations?.length === 0 && (
          <p className="px-2.5 py-2 text-small text-ink-3">
            {query ? 'Nothing said holds these words.' : 'What you talk about is listed here.'}
          </p>
        )}
        {isError && !data && (
          <p className="px-2.5 py-2 text-small text-ink-3">
            The list did not come.{' '}
            <button type="button" className="underline underline-offset-4" onClick={() => refetch()}>
              Try again
            </button>
          </p>
        )}
        {hasNextPage && (
          <Button look="quiet" className="w-full" onClick={() => fetchNextPage()}>
            Show earlier ones
          </Button>
        )}
      </div>
    </section>
  );
}
