/** The sheets of the account menu, over any room. */
import type { ReactNode } from 'react';
import { Sheet } from '../../parts/Sheet.tsx';
import type { AccountSheet } from '../frame-context.ts';
import { Instructions } from './Instructions.tsx';
import { PersonaCard } from './PersonaCard.tsx';
import { UsageMeter } from './UsageMeter.tsx';

const SHEETS: Readonly<Record<AccountSheet, { title: string; content: ReactNode }>> = {
  usage: { title: 'Usage', content: <UsageMeter /> },
  persona: { title: 'Who Nima is', content: <PersonaCard /> },
  instructions: { title: 'Standing instructions', content: <Instructions /> },
};

export function Sheets({ sheet, onClose }: { sheet: AccountSheet; onClose: () => void }) {
  const { title, content } = SHEETS[sheet];
  return (
    <Sheet isOpen onClose={onClose} side="right" title={title}>
      <div className="px-5 pb-8">{content}</div>
    </Sheet>
  );
}
