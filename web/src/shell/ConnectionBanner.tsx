/** Says that Nima cannot be reached, and that nothing is lost by it. */
import { useSyncExternalStore } from 'react';
import { useNima } from './nima-context.ts';

export function ConnectionBanner() {
  const { connection } = useNima();
  const isLost = useSyncExternalStore(connection.subscribe, connection.isLost);
  return (
    <div role="status">
      {isLost && (
        <div className="flex flex-wrap items-center justify-center gap-x-3 border-b border-amber/30 bg-amber-soft px-4 py-1.5 text-small text-amber">
          <span>No connection to Nima. What you write stays here; it goes on by itself.</span>
          <button type="button" className="font-strong underline underline-offset-4" onClick={connection.ask}>
            Try now
          </button>
        </div>
      )}
    </div>
  );
}
