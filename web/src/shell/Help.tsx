/** The keys, on one card. */
import { Dialog } from '../parts/Dialog.tsx';

const KEYS = [
  [['Ctrl', 'K'], 'Find anything, go anywhere'],
  [['Enter'], 'Send'],
  [['Shift', 'Enter'], 'New line'],
  [['/'], 'Commands, at the start of a message'],
  [['@'], 'Packs and connected tools'],
  [['Alt', 'V'], 'Hold to talk, where the browser can hear'],
  [['↑'], 'Edit what you said last, from an empty message'],
  [['Esc'], 'Stop the answer, or close what is open'],
  [['?'], 'These keys'],
] as const;

export function Help({ onClose }: { onClose: () => void }) {
  return (
    <Dialog isOpen onClose={onClose} title="Keys">
      <dl className="mt-3 grid grid-cols-[auto_1fr] items-center gap-x-5 gap-y-2.5 text-small">
        {KEYS.map(([combination, meaning]) => (
          <div key={meaning} className="col-span-2 grid grid-cols-subgrid">
            <dt className="flex items-start gap-1">
              {combination.map((key) => (
                <kbd key={key} className="rounded-[6px] border border-line bg-paper px-1.5 font-mono text-ink-2">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd className="text-ink-2">{meaning}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
