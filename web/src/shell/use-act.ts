/** Does something for a person: refreshes what shows it, says what happened, and offers the way back. */
import { useNima } from './nima-context.ts';

export type Act = (work: () => Promise<unknown>, said: string, undo?: () => Promise<unknown>) => Promise<boolean>;

/** `key` names what the act may have changed. The act resolves to true when it worked. */
export function useAct(key: readonly unknown[]): Act {
  const { toasts, queries } = useNima();
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const sayWhy = (error: Error) => toasts.say(error.message.replaceAll('`', ''));
  return async (work, said, undo) => {
    try {
      await work();
      toasts.say(said, undo && (() => void undo().then(refresh, sayWhy)));
      return true;
    } catch (error) {
      sayWhy(error as Error);
      return false;
    } finally {
      await refresh();
    }
  };
}
