/** Kubernetes quantities as numbers: CPU in millicores, memory in bytes (kubernetes.io, "Quantity"). Pure. */

const FACTORS: Readonly<Record<string, number>> = {
  n: 1e-9,
  u: 1e-6,
  m: 1e-3,
  '': 1,
  k: 1e3,
  M: 1e6,
  G: 1e9,
  T: 1e12,
  P: 1e15,
  E: 1e18,
  Ki: 2 ** 10,
  Mi: 2 ** 20,
  Gi: 2 ** 30,
  Ti: 2 ** 40,
  Pi: 2 ** 50,
  Ei: 2 ** 60,
};

/** `512Mi` → 536870912, `500m` → 0.5, `1e3` → 1000; null for what is no quantity. */
export function quantity(text: unknown): number | null {
  const found = /^([+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei)?$/.exec(
    String(text ?? ''),
  );
  if (!found?.[1]) return null;
  return Number(found[1]) * (FACTORS[found[2] ?? ''] ?? 1);
}

export const millicores = (text: unknown): number | null => {
  const cores = quantity(text);
  return cores === null ? null : Math.ceil(Math.round(cores * 1e9) / 1e6);
};
export const bytes = quantity;

export const MEBIBYTE = 2 ** 20;
export const asMemory = (bytes: number): string => `${Math.ceil(bytes / MEBIBYTE)}Mi`;
export const asCpu = (millicores: number): string => `${millicores}m`;
