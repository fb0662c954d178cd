/** How full the model's window is: a small ring, and behind it what would be sent, part by part. */
import { useQuery } from '@tanstack/react-query';
import type { ChatContext } from '../../api/nima.ts';
import { Explain } from '../../parts/Explain.tsx';
import { Mono } from '../../parts/Mono.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { countWords, fullnessWords, leftOutWords, partName } from './context-words.ts';

const RADIUS = 6;
const AROUND = 2 * Math.PI * RADIUS;
/** From here on the talk is soon told by its summaries. */
const NEARLY_FULL = 0.85;

function Ring({ fullness }: { fullness: number }) {
  const filled = Math.min(1, Math.max(0.02, fullness)) * AROUND;
  return (
    <svg
      aria-hidden="true"
      width={16}
      height={16}
      viewBox="0 0 16 16"
      className="-rotate-90"
      fill="none"
      strokeWidth={2}
    >
      <circle cx={8} cy={8} r={RADIUS} className="stroke-line" />
      <circle
        cx={8}
        cy={8}
        r={RADIUS}
        strokeLinecap="round"
        strokeDasharray={`${filled} ${AROUND}`}
        className={fullness > NEARLY_FULL ? 'stroke-amber' : 'stroke-moss'}
      />
    </svg>
  );
}

function PartLine({ part, window }: { part: ChatContext['parts'][number]; window: number }) {
  const leftOut = leftOutWords(part);
  return (
    <div className="col-span-2 grid grid-cols-subgrid items-baseline gap-y-0.5">
      <dt className="text-ink-2">
        {partName(part)}
        {leftOut && <span className="text-ink-3"> · {leftOut}</span>}
      </dt>
      <dd className="text-right tabular-nums">{countWords(part.tokens)}</dd>
      <span aria-hidden="true" className="col-span-2 h-1 overflow-hidden rounded-[99px] bg-sunken">
        <span
          className="block h-full rounded-[99px] bg-moss"
          style={{ width: `${Math.min(100, (part.tokens / window) * 100)}%` }}
        />
      </span>
    </div>
  );
}

function Parts({ context }: { context: ChatContext }) {
  const { model, window_tokens, used_tokens, parts, system, messages } = context;
  const sent = [system, ...messages.map(({ role, text }) => `— ${role}\n${text}`)].join('\n\n');
  return (
    <>
      <p className="font-strong">
        {countWords(used_tokens)} of {countWords(window_tokens)} tokens
      </p>
      <p className="text-ink-2">
        What {model.label} would be sent with your next message
        {model.leaves_machine ? ', outside this machine.' : '. It stays on this machine.'}
      </p>
      <dl className="mt-3 grid grid-cols-[1fr_auto] gap-x-3 gap-y-2">
        {parts
          .filter(({ tokens, left_out }) => tokens > 0 || left_out > 0)
          .map((part) => (
            <PartLine key={part.part} part={part} window={window_tokens} />
          ))}
      </dl>
      <details className="mt-3 text-ink-2">
        <summary className="w-fit cursor-pointer rounded-small hover:text-ink">Read it</summary>
        <div className="mt-1.5 [&_pre]:whitespace-pre-wrap">
          <Mono label="What would be sent" text={sent} />
        </div>
      </details>
    </>
  );
}

export function ContextGauge({
  conversationId,
  isResting,
}: {
  conversationId: string | undefined;
  isResting: boolean;
}) {
  const { api } = useNima();
  const { data } = useQuery({
    queryKey: keys.chatContext(conversationId),
    queryFn: () => api.chat.context(conversationId ? { conversation_id: conversationId } : {}),
    enabled: isResting,
    staleTime: 30_000,
  });
  if (!data) return null;
  return (
    <Explain
      label="Window of the model"
      trigger={
        <button
          type="button"
          aria-label={`Window of the model: ${fullnessWords(data.fullness)} full`}
          className="flex min-h-7 shrink-0 items-center gap-1.5 whitespace-nowrap rounded-small px-1.5 text-ink-3 tabular-nums hover:text-ink pointer-coarse:min-h-9"
        >
          <Ring fullness={data.fullness} />
          {fullnessWords(data.fullness)}
        </button>
      }
    >
      <Parts context={data} />
    </Explain>
  );
}
