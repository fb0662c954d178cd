/** Ends this browser's session and forgets what the page has kept of it. */
import { useNima } from './nima-context.ts';
import { keys } from './query-keys.ts';

export function useSignOut(): () => void {
  const { api, queries, toasts } = useNima();
  return () => {
    api.users.sessions.remove({ id: 'current' }).then(
      () => {
        sessionStorage.clear();
        queries.setQueryData(keys.me, null);
        queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== keys.me[0] });
      },
      (error: Error) => toasts.say(`Not signed out. ${error.message}`),
    );
  };
}
