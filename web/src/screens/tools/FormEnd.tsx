/** The end of a webhook form: what went wrong, and the two ways out. */
import { Button } from '../../parts/Button.tsx';

interface FormEndProps {
  problem: string;
  isBusy: boolean;
  act: string;
  onCancel: () => void;
}

export function FormEnd({ problem, isBusy, act, onCancel }: FormEndProps) {
  return (
    <>
      <p role="alert" className="text-small text-clay wrap-anywhere not-empty:mb-1">
        {problem}
      </p>
      <div className="flex justify-end gap-2">
        <Button onClick={onCancel}>Cancel</Button>
        <Button look="go" type="submit" disabled={isBusy}>
          {act}
        </Button>
      </div>
    </>
  );
}
