/** What any screen may open of the frame around it. */
import { createContext, useContext } from 'react';

/** What belongs to the person and not to a room; each opens as a sheet over any of them. */
export type AccountSheet = 'usage' | 'persona' | 'instructions';

export interface Frame {
  readonly openRail: () => void;
  readonly openPalette: () => void;
  readonly openHelp: () => void;
  readonly openSheet: (sheet: AccountSheet) => void;
}

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('A screen was shown outside its frame.');
  return frame;
}
