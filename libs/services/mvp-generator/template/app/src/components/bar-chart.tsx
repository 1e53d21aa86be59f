/** Horizontal bars with their figures beside them, so that nothing depends on colour or length alone. */
export function BarChart({
  title,
  bars,
}: {
  title: string;
  bars: { label: string; value: number; text?: string }[];
}) {
  const largest = Math.max(1, ...bars.map((bar) => bar.value));
  return (
    <figure>
      <figcaption className="text-sm font-semibold">{title}</figcaption>
      <ul className="mt-4 space-y-3">
        {bars.map((bar) => (
          <li key={bar.label} className="text-[13px]">
            <div className="flex justify-between gap-3">
              <span className="min-w-0 truncate text-muted">{bar.label}</span>
              <span className="tabular-nums">{bar.text ?? bar.value}</span>
            </div>
            <div className="mt-1 h-1.5 rounded-full bg-subtle" aria-hidden>
              <div
                className="h-full rounded-full bg-brand"
                style={{ width: `${(bar.value / largest) * 100}%` }}
              />
            </div>
          </li>
        ))}
      </ul>
    </figure>
  );
}
