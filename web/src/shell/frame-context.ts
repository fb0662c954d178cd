/** What any screen may open of the frame around it. */
import { createContext, useContext } from 'react';

export interface Frame {
  readonly openRail: () => void;
  readonly openPalette: () => void;
  readonly openHelp: () => void;
}

export const FrameContext = createContext<Frame | null>(null);

export function useFrame(): Frame {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error('A screen was shown outside its frame.');
  return frame;
}
