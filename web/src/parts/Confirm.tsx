/** Asks before something is gone for good: says what will happen, and names the act on the button. */
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

interface ConfirmProps {
  isOpen: boolean;
  title: string;
  description: string;
  act: string;
  isBusy?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

export function Confirm({ isOpen, title, description, act, isBusy = false, onConfirm, onClose }: ConfirmProps) {
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={title} description={description}>
      <div className="mt-5 flex justify-end gap-2">
        <Button onClick={onClose}>Keep it</Button>
        <Button look="destroy" onClick={onConfirm} disabled={isBusy}>
          {act}
        </Button>
      </div>
    </Dialog>
  );
}
