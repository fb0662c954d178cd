/** One parameter of an action, as a field of its kind, with what it means below it. */
import { joinClasses } from '../../parts/join-classes.ts';
import { Switch } from '../../parts/Switch.tsx';
import type { Field } from './form-fields.ts';

interface ParamFieldProps {
  field: Field;
  value: string;
  fault: string | undefined;
  onChange: (value: string) => void;
}

function Control({ field, value, fault, onChange }: ParamFieldProps) {
  const { name, kind, choices, isRequired } = field;
  const shared = {
    id: `param-${name}`,
    'aria-describedby': `param-${name}-hint`,
    'aria-invalid': fault !== undefined,
    'aria-required': isRequired,
    value,
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  };
  if (kind === 'choice') {
    return (
      <select {...shared} className="field min-h-11">
        <option value="">{isRequired ? 'Choose' : 'Not given'}</option>
        {choices.map((choice) => (
          <option key={choice}>{choice}</option>
        ))}
      </select>
    );
  }
  if (kind === 'text' || kind === 'number') {
    return (
      <input {...shared} inputMode={kind === 'number' ? 'decimal' : 'text'} className="field min-h-11 font-mono" />
    );
  }
  return (
    <textarea
      {...shared}
      rows={kind === 'long' ? 1 : 2}
      className={joinClasses(
        'field field-sizing-content max-h-96 min-h-11 resize-y py-2.5 font-mono',
        kind !== 'long' && 'text-small',
      )}
    />
  );
}

const KIND_HINTS: Readonly<Partial<Record<Field['kind'], string>>> = { lines: 'One a line.', json: 'As JSON.' };

export function ParamField(props: ParamFieldProps) {
  const { name, kind, hint, isRequired } = props.field;
  const words = [hint, KIND_HINTS[kind]].filter(Boolean).join(hint.endsWith('.') ? ' ' : '. ');
  return (
    <div className="flex flex-col gap-1">
      {kind === 'switch' ? (
        <div className="flex items-center justify-between gap-3">
          <span className="text-small">{name}</span>
          <Switch label={name} isOn={props.value === 'true'} onChange={(isOn) => props.onChange(String(isOn))} />
        </div>
      ) : (
        <>
          <label htmlFor={`param-${name}`} className="text-small">
            {name}
            {!isRequired && <span className="text-ink-3"> · may stay empty</span>}
          </label>
          <Control {...props} />
        </>
      )}
      <p id={`param-${name}-hint`} className="text-small text-ink-3">
        {words}
        {props.fault && <span className="text-clay"> {props.fault}</span>}
      </p>
    </div>
  );
}
