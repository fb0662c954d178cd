/** Goes another way from an answer on, in a conversation of its own. */
import { useNavigate } from 'react-router';
import { IconButton } from '../../parts/Button.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import type { ShownTurn } from './shown-turns.ts';

export function ForkButton({ turn: { id, conversation_id } }: { turn: ShownTurn }) {
  const { api, queries, toasts } = useNima();
  const navigate = useNavigate();
  const fork = async () => {
    try {
      const forked = await api.conversations.fork({ id: conversation_id, turn_id: id });
      queries.invalidateQueries({ queryKey: keys.conversations });
      navigate(`/talk/${forked.id}`);
      toasts.say(`A conversation of its own, with ${forked.turns} turns`, async () => {
        await api.conversations.remove({ id: forked.id }).catch((error: Error) => toasts.say(error.message));
        queries.invalidateQueries({ queryKey: keys.conversations });
        navigate(`/talk/${conversation_id}`);
      });
    } catch (error) {
      toasts.say(`Not forked. ${(error as Error).message}`);
    }
  };
  return <IconButton icon="fork" label="Go another way from here" size={15} onClick={fork} />;
}
