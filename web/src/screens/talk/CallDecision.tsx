/** Yes or no to one exact call, and how long the question stands. */
import { useState } from 'react';
import { type Call, NimaError } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { sayCountdown } from '../../parts/say-time.ts';
import { useNima } from '../../shell/nima-context.ts';
import type { Answer } from './answer.ts';

const REASON_CHARS_MAX = 500;

function useDecision(call: Call, { conversationId }: Answer) {
  const { api, conversationChanged } = useNima();
  const [isSent, setSent] = useState(false);
  const [problem, setProblem] = useState('');
  const decide = async (work: (id: string) => Promise<unknown>) => {
    if (!call.approval_id) return;
    setSent(true);
    setProblem('');
    try {
      await work(call.approval_id);
    } catch (error) {
      setSent(false);
      setProblem(error instanceof NimaError ? error.message : 'The decision did not reach Nima. Try again.');
      conversationChanged(conversationId);
    }
  };
  return {
    isSent,
    problem,
    approve: () => decide((id) => api.approvals.approve({ id })),
    deny: (reason: string) => decide((id) => api.approvals.deny({ id, ...(reason ? { reason } : {}) })),
  };
}

interface DenyFormProps {
  isSent: boolean;
  onDeny: (reason: string) => void;
  onBack: () => void;
}

function DenyForm({ isSent, onDeny, onBack }: DenyFormProps) {
  const [reason, setReason] = useState('');
  return (
    <form
      className="flex flex-wrap items-center gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        onDeny(reason.trim());
      }}
    >
      <input
        aria-label="Why not, for Nima; may stay empty"
        placeholder="Why not, if you like"
        // biome-ignore lint/a11y/noAutofocus: the person just asked to deny.
        autoFocus
        maxLength={REASON_CHARS_MAX}
        value={reason}
        onChange={({ target }) => setReason(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          onBack();
        }}
        className="field min-w-40 flex-1 py-1.5 text-small"
      />
      <Button look="destroy" type="submit" disabled={isSent}>
        Deny
      </Button>
      <Button disabled={isSent} onClick={onBack}>
        Back
      </Button>
    </form>
  );
}

export function CallDecision({ call, answer, now }: { call: Call; answer: Answer; now: number }) {
  const { isSent, problem, approve, deny } = useDecision(call, answer);
  const [isDenying, setDenying] = useState(false);
  const left = Date.parse(call.expires_at ?? '') - now;
  return (
    <div className="border-t border-line px-3.5 py-2.5">
      {isDenying ? (
        <DenyForm isSent={isSent} onDeny={deny} onBack={() => setDenying(false)} />
      ) : (
        <div className="flex flex-wrap items-center gap-2">
          <Button look="go" disabled={isSent} onClick={approve}>
            Approve once
          </Button>
          <Button disabled={isSent} onClick={() => setDenying(true)}>
            Deny
          </Button>
          <span className="ml-auto text-small text-ink-2 tabular-nums">
            {isSent ? 'Told Nima' : `asks for ${sayCountdown(left)} more, then denies`}
          </span>
        </div>
      )}
      {problem && (
        <p role="alert" className="mt-2 text-small text-clay">
          {problem}
        </p>
      )}
    </div>
  );
}
