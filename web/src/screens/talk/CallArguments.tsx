/** The exact arguments of a call, a line each; as JSON for whoever wants them so, and what the call answered. */
import type { Call } from '../../api/nima.ts';
import { Scroll } from '../../parts/Scroll.tsx';
import { argumentLines } from './call-words.ts';

const Json = ({ name, value }: { name: string; value: unknown }) => (
  <Scroll aria-label={name} className="mt-1.5 max-h-60 overflow-auto rounded-small bg-sunken">
    <pre className="w-fit p-3 font-mono text-small text-ink-2">{JSON.stringify(value, null, 2)}</pre>
  </Scroll>
);

export function CallArguments({ call }: { call: Call }) {
  const lines = argumentLines(call);
  return (
    <>
      {lines.length > 0 && (
        <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-0.5 font-mono text-small">
          {lines.map(({ name, value }) => (
            <div key={name} className="col-span-2 grid grid-cols-subgrid">
              <dt className="text-ink-3">{name}</dt>
              <dd className="wrap-anywhere whitespace-pre-wrap text-ink-2">{value}</dd>
            </div>
          ))}
        </dl>
      )}
      {lines.length === 0 && <p className="text-small text-ink-3">Takes no arguments.</p>}
      <details className="mt-2.5 text-small text-ink-3">
        <summary className="w-fit cursor-pointer rounded-small hover:text-ink">As JSON</summary>
        <Json name="Arguments" value={call.arguments} />
        {call.result !== null && call.result !== undefined && (
          <>
            <p className="mt-2.5">Answered</p>
            <Json name="Answer of the call" value={call.result} />
          </>
        )}
      </details>
    </>
  );
}
