/** One tool in its server's own words, the arguments it takes, and how far it is trusted. */
import type { Tool } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Badge } from '../../parts/Chip.tsx';
import { Mono } from '../../parts/Mono.tsx';
import { Segments } from '../../parts/Segments.tsx';
import { useNima } from '../../shell/nima-context.ts';
import { keys } from '../../shell/query-keys.ts';
import { useAct } from '../../shell/use-act.ts';
import { POLICIES, POLICY_WORDS, type Policy, shortName } from './tool-words.ts';

function Head({ tool }: { tool: Tool }) {
  return (
    <h3 className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
      <span className="font-mono text-small font-strong wrap-anywhere">{shortName(tool)}</span>
      {tool.state === 'unseen' && <Badge tone="amber">new or changed, waits for a look</Badge>}
      {tool.state === 'gone' && <Badge tone="plain">no longer offered</Badge>}
    </h3>
  );
}

export function ToolRow({ tool }: { tool: Tool }) {
  const { api } = useNima();
  const act = useAct(keys.tools);
  const { name, description, input_schema, policy, state } = tool;
  const set = (next: Policy) => api.tools.update({ id: name, policy: next });
  // What was not looked at before cannot be "not looked at" again; only a changed mind has a way back.
  const back = state === 'accepted' ? () => set(policy) : undefined;
  const change = (next: Policy) => act(() => set(next), `${name} ${POLICY_WORDS[next]}`, back);
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-0">
      <Head tool={tool} />
      <figure className="border-l-2 border-line pl-3 text-small">
        <blockquote className="max-h-40 overflow-y-auto wrap-anywhere whitespace-pre-wrap text-ink-2">
          {description || 'No words.'}
        </blockquote>
        <figcaption className="text-ink-3">the server's own words, checked by nobody</figcaption>
      </figure>
      <details className="text-small text-ink-2">
        <summary className="w-fit cursor-pointer rounded-small py-1 hover:text-ink">Its arguments</summary>
        <Mono label={`Arguments of ${name}`} text={JSON.stringify(input_schema, null, 2)} />
      </details>
      {state !== 'gone' && (
        <div className="flex flex-wrap items-center gap-3">
          <Segments label={`When ${name} may run`} segments={POLICIES} value={policy} onChange={change} />
          {state === 'unseen' && (
            <Button icon="check" onClick={() => change(policy)}>
              Looked at
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
