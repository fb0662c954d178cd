/** Stands where a list will be, so that nothing moves when it comes. */

const ROWS = ['a', 'b', 'c'] as const;

export function Waiting({ text }: { text: string }) {
  return (
    <div role="status" className="flex flex-col gap-3">
      <span className="sr-only">{text}</span>
      {ROWS.map((row) => (
        <span key={row} className="h-22 rounded-medium bg-sunken" />
      ))}
    </div>
  );
}
