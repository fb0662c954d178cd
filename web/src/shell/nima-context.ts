/** The page's machinery, handed to every screen. */
import { createContext, useContext } from 'react';
import type { Nima } from './create-nima.ts';

export const NimaContext = createContext<Nima | null>(null);

export function useNima(): Nima {
  const nima = useContext(NimaContext);
  if (!nima) throw new Error('A screen was shown outside the app.');
  return nima;
}
