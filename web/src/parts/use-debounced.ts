/** A value once it has rested, so that a search is sent for words and not for letters. */
import { useEffect, useState } from 'react';

const REST_MS = 180;

export function useDebounced(value: string): string {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
