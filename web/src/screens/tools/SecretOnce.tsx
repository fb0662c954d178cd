/** Shows a new secret the one time it can be seen, with the address it belongs to, ready to be copied. */
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useCopy } from '../../parts/use-copy.ts';
import type { Shown } from './webhook-words.ts';

function Copied({ label, text }: { label: string; text: string }) {
  const { isCopied, copy } = useCopy();
  return (
    <div className="mt-3">
      <p className="text-small text-ink-2">{label}</p>
      <div className="mt-1 flex flex-wrap items-center gap-2">
        <code className="min-w-0 flex-1 basis-60 rounded-small bg-sunken px-3 py-2 text-small wrap-anywhere">
          {text}
        </code>
        <Button icon="copy" onClick={() => copy(text)} aria-label={`Copy the ${label.toLowerCase()}`}>
          {isCopied ? 'Copied' : 'Copy'}
        </Button>
      </div>
    </div>
  );
}

export function SecretOnce({ shown, onClose }: { shown: Shown | null; onClose: () => void }) {
  return (
    <Dialog
      isOpen={shown !== null}
      onClose={onClose}
      title={`The secret of ${shown?.name ?? ''}`}
      description="It is shown only now. Give it to the other side; a lost one is replaced by a new one."
    >
      {shown?.address && <Copied label="Address" text={shown.address} />}
      {shown && <Copied label="Secret" text={shown.secret} />}
      <div className="mt-5 flex justify-end">
        <Button look="go" onClick={onClose}>
          Done
        </Button>
      </div>
    </Dialog>
  );
}
