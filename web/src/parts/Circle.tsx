/** Nima's sign: a circle drawn in one stroke and left open. */
export function Circle({ size = 26, stroke = 2.6 }: { size?: number; stroke?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 26 26" className="shrink-0">
      <path
        d="M19.8 5.6A10 10 0 1 0 22.9 14.4"
        fill="none"
        stroke="currentColor"
        strokeWidth={stroke}
        strokeLinecap="round"
      />
    </svg>
  );
}
