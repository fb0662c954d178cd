/** Under each answer: what memory it was made from, and what was learned from this exchange. */
import { Chip, ChipButton } from '../../parts/Chip.tsx';
import type { Answer } from './answer.ts';
import { LearnedChip } from './LearnedChip.tsx';
import { useTalkDoors } from './talk-context.ts';
import { useLearned } from './use-learned.ts';

const CHIP_CHARS = 44;

export const shortened = (text: string): string =>
  text.length > CHIP_CHARS ? `${text.slice(0, CHIP_CHARS).trimEnd()}…` : text;

export function MemoryStrip({ answer }: { answer: Answer }) {
  const { turnId, factsUsed, turnsUsed, passagesUsed } = answer;
  const { showEvidence } = useTalkDoors();
  const { learned, ref } = useLearned(answer);
  const isUsing = factsUsed.length + turnsUsed.length + passagesUsed.length > 0;
  return (
    <div ref={ref} className="flex flex-col gap-1.5 text-small text-ink-2 not-empty:mt-3">
      {isUsing && (
        <div className="flex flex-wrap items-center gap-1.5">
          <span>Used</span>
          {factsUsed.map(({ id, fact }) => (
            <ChipButton key={id} tone="moss" title={fact} onClick={() => showEvidence(turnId, id)}>
              {shortened(fact)}
            </ChipButton>
          ))}
          {passagesUsed.map(({ id, text, citation, is_overdue }) => (
            <ChipButton
              key={id}
              tone={is_overdue ? 'amber' : 'sky'}
              title={text}
              onClick={() => showEvidence(turnId, id)}
            >
              {shortened(citation)}
              {is_overdue && ' · due for a check'}
            </ChipButton>
          ))}
          {turnsUsed.length > 0 && (
            <ChipButton tone="sky" onClick={() => showEvidence(turnId, turnsUsed[0]?.id)}>
              {turnsUsed.length === 1 ? '1 turn said before' : `${turnsUsed.length} turns said before`}
            </ChipButton>
          )}
        </div>
      )}
      {learned.length > 0 && (
        <div role="status" className="flex flex-wrap items-center gap-1.5">
          <span>Remembered</span>
          {learned.map((fact) =>
            fact.trust === 'quarantined' ? (
              <Chip key={fact.id} tone="amber">
                quarantined: {shortened(fact.fact)}
              </Chip>
            ) : (
              <LearnedChip key={fact.id} fact={fact} />
            ),
          )}
        </div>
      )}
    </div>
  );
}
