export default function Loading() {
  return (
    <div role="status" aria-label="Loading" className="animate-pulse space-y-4">
      <div className="h-7 w-48 rounded-lg bg-subtle" />
      <div className="h-10 rounded-lg bg-subtle" />
      <div className="h-64 rounded-xl bg-subtle" />
    </div>
  );
}
