import { Skeleton } from '@/components/ui/skeleton';

export function LaunchSkeleton() {
  return (
    <div role="status" aria-label="Loading the project">
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-16">
        <div>
          <Skeleton className="size-14 rounded-lg" />
          <Skeleton className="mt-6 h-11 w-72 max-w-full" />
          <Skeleton className="mt-4 h-6 w-96 max-w-full" />
          <Skeleton className="mt-6 h-4 w-full" />
          <Skeleton className="mt-2.5 h-4 w-2/3" />
        </div>
        <Skeleton className="h-64 rounded-lg" />
      </div>
      <Skeleton className="mt-14 h-11 w-full" />
      <div className="mt-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {[0, 1, 2].map((card) => (
          <Skeleton key={card} className="h-40" />
        ))}
      </div>
    </div>
  );
}
