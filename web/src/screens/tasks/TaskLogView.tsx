/** The live log: stays at its newest line until a person scrolls away from it. */
import { Scroll } from '../../parts/Scroll.tsx';
import type { TaskLog } from './task-log.ts';

function time(at: string): string {
  return new Date(at).toLocaleTimeString('en-GB', { hour12: false });
}

export function TaskLogView({ log, isLive }: { log: TaskLog; isLive: boolean }) {
  return (
    <section aria-label="Log" className="flex flex-col gap-2">
      <h2 className="text-small font-strong text-ink-2">{isLive ? 'Log, live' : 'Log'}</h2>
      {/* Turned over, so that the browser itself keeps the end in sight. */}
      <Scroll
        aria-label="Lines of the log"
        className="flex max-h-96 flex-col-reverse overflow-auto rounded-medium border border-line bg-sunken"
      >
        <div role="log" aria-label="Log lines" className="p-3 font-mono text-small text-ink-2">
          {log.lines.map(({ seq, at, line }) => (
            <p key={seq} className="flex gap-3">
              <time dateTime={at} className="shrink-0 text-ink-3">
                {time(at)}
              </time>
              <span className="min-w-0 wrap-anywhere whitespace-pre-wrap">{line}</span>
            </p>
          ))}
          {log.lines.length === 0 && <p className="text-ink-3">{isLive ? 'Nothing said yet.' : 'It said nothing.'}</p>}
        </div>
      </Scroll>
    </section>
  );
}
