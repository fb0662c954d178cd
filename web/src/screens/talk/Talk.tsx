/** The talk: one column of turns, the message being written, and beside them what the shown answer was made from. */
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { IconButton } from '../../parts/Button.tsx';
import { Sheet } from '../../parts/Sheet.tsx';
import { useHasPanel } from '../../parts/use-media.ts';
import { ScreenHeader } from '../../shell/ScreenHeader.tsx';
import { Composer } from './Composer.tsx';
import { ConversationTitle } from './ConversationTitle.tsx';
import { EvidencePanel } from './EvidencePanel.tsx';
import { Greeting } from './Greeting.tsx';
import { TalkMenu } from './TalkMenu.tsx';
import { TurnList } from './TurnList.tsx';
import { TalkContext } from './talk-context.ts';
import { useEscape } from './use-escape.ts';
import { useEvidence } from './use-evidence.ts';
import { useTalk } from './use-talk.ts';

/** The panel beside the talk, as this browser left it; where there is no room for it, a sheet opens instead. */
function usePanel(openSheet: () => void) {
  const hasPanel = useHasPanel();
  const [isPanelWanted, setPanelWanted] = useState(() => localStorage.getItem('nima.panel') !== 'closed');
  const togglePanel = () => {
    if (!hasPanel) return openSheet();
    localStorage.setItem('nima.panel', isPanelWanted ? 'closed' : 'open');
    setPanelWanted(!isPanelWanted);
  };
  return { hasPanel, isPanelWanted, togglePanel };
}

export function Talk() {
  const { id } = useParams();
  const talk = useTalk(id);
  const evidence = useEvidence(talk.turns);
  const { hasPanel, isPanelWanted, togglePanel } = usePanel(evidence.open);
  const isEmpty = !id && talk.turns.length === 0;
  const isPanelShown = hasPanel && isPanelWanted && !isEmpty;
  useEscape(talk.isGenerating, talk.stop);
  useEffect(() => {
    document.title = talk.conversation ? `${talk.conversation.title} · Nima` : 'Nima';
  }, [talk.conversation]);
  return (
    <TalkContext value={{ ...talk, showEvidence: (turnId, itemId) => evidence.show(turnId, itemId) }}>
      <div className="flex h-full">
        <main className="flex min-w-0 flex-1 flex-col">
          <ScreenHeader
            title={<ConversationTitle conversation={talk.conversation} />}
            actions={
              !isEmpty && (
                <span className="-mr-2 flex items-center">
                  <IconButton
                    icon="evidence"
                    label="What this answer used"
                    aria-expanded={hasPanel ? isPanelShown : evidence.isOpen}
                    onClick={togglePanel}
                  />
                  {talk.conversation && <TalkMenu conversation={talk.conversation} />}
                </span>
              )
            }
          />
          {isEmpty ? <Greeting /> : <TurnList />}
          <Composer key={id ?? 'new'} conversationId={id} />
        </main>
        {isPanelShown && (
          <aside aria-label="Used in this answer" className="w-75 shrink-0 overflow-y-auto border-l border-line p-5">
            <EvidencePanel answer={evidence.answer} marked={evidence.marked} hasHeading />
          </aside>
        )}
        {!hasPanel && (
          <Sheet isOpen={evidence.isOpen} onClose={evidence.close} side="right" title="Used in this answer">
            <div className="px-5 pb-6">
              <EvidencePanel answer={evidence.answer} marked={evidence.marked} />
            </div>
          </Sheet>
        )}
      </div>
    </TalkContext>
  );
}
