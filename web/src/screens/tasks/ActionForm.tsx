/** The form of one action: its parameters, what they would do, and then the start. */
import { useMemo } from 'react';
import type { Integration } from '../../api/nima.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/Notice.tsx';
import { fieldsOf } from './form-fields.ts';
import { LookedAt } from './LookedAt.tsx';
import { ParamField } from './ParamField.tsx';
import { useNewTask } from './use-new-task.ts';

interface ActionFormProps {
  type: string;
  action: Integration['actions'][number];
}

export function ActionForm({ type, action: { name, summary, params } }: ActionFormProps) {
  const fields = useMemo(() => fieldsOf(params), [params]);
  const task = useNewTask(type, name, fields);
  const { looked } = task;
  return (
    <>
      <form
        aria-label={summary}
        className="flex flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          task.preview();
        }}
      >
        {fields.length === 0 && <p className="text-small text-ink-3">Takes no parameters.</p>}
        {fields.map((field) => (
          <ParamField
            key={field.name}
            field={field}
            value={task.typed[field.name] ?? ''}
            fault={task.faults[field.name]}
            onChange={(value) => task.type(field.name, value)}
          />
        ))}
        <Button look={looked ? 'plain' : 'go'} type="submit" disabled={task.isBusy} className="self-start">
          Preview
        </Button>
      </form>
      {task.problem && <Notice>{task.problem}</Notice>}
      {looked && (
        <LookedAt key={looked.key} action={name} looked={looked} isBusy={task.isBusy} onRun={() => task.run(looked)} />
      )}
    </>
  );
}
