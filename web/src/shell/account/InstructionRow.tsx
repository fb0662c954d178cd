/** One standing instruction: its words, whether it is sent, and the acts on it. */
import { type FormEvent, useState } from 'react';
import type { Instruction } from '../../api/nima.ts';
import { Button, IconButton } from '../../parts/Button.tsx';
import { joinClasses } from '../../parts/join-classes.ts';
import { Switch } from '../../parts/Switch.tsx';
import { useNima } from '../nima-context.ts';
import { keys } from '../query-keys.ts';
import { useAct } from '../use-act.ts';

/** As long as Nima keeps one. */
export const INSTRUCTION_CHARS_MAX = 500;

function EditForm({ instruction, onDone }: { instruction: Instruction; onDone: () => void }) {
  const { api } = useNima();
  const act = useAct(keys.instructions);
  const [text, setText] = useState(instruction.text);
  const save = async (event: FormEvent) => {
    event.preventDefault();
    const { id } = instruction;
    if (await act(() => api.conversations.instructions.update({ id, text: text.trim() }), 'Changed')) onDone();
  };
  return (
    <form onSubmit={save} className="flex w-full flex-col gap-2">
      <textarea
        aria-label="The instruction"
        // biome-ignore lint/a11y/noAutofocus: the person just asked to write here.
        autoFocus
        rows={2}
        maxLength={INSTRUCTION_CHARS_MAX}
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="field resize-y"
      />
      <span className="flex justify-end gap-2">
        <Button onClick={onDone}>Leave as it was</Button>
        <Button look="go" type="submit" disabled={!text.trim()}>
          Save
        </Button>
      </span>
    </form>
  );
}

function useInstruction({ id, text }: Instruction) {
  const { conversations } = useNima().api;
  const act = useAct(keys.instructions);
  return {
    setActive: (is_active: boolean) =>
      act(() => conversations.instructions.update({ id, is_active }), is_active ? 'It holds again' : 'It rests'),
    remove: () =>
      act(
        () => conversations.instructions.remove({ id }),
        `Removed: ${text}`,
        () => conversations.instructions.create({ text }),
      ),
  };
}

export function InstructionRow({ instruction }: { instruction: Instruction }) {
  const { text, is_active } = instruction;
  const [isEditing, setEditing] = useState(false);
  const { setActive, remove } = useInstruction(instruction);
  return (
    <li className="border-b border-line py-2.5 last:border-0">
      {isEditing ? (
        <EditForm instruction={instruction} onDone={() => setEditing(false)} />
      ) : (
        <>
          <p className={joinClasses('wrap-anywhere', !is_active && 'text-ink-3')}>{text}</p>
          <span className="flex items-center">
            <Switch label={`Holds: ${text}`} isOn={is_active} onChange={setActive} />
            <IconButton
              icon="edit"
              label={`Change: ${text}`}
              size={16}
              className="ml-auto"
              onClick={() => setEditing(true)}
            />
            <IconButton icon="remove" label={`Remove: ${text}`} size={16} onClick={remove} />
          </span>
        </>
      )}
    </li>
  );
}
