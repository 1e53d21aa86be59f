import { Skeleton } from '@/components/ui/skeleton';

export function JobProgressSkeleton() {
  return (
    <div role="status" aria-label="Loading the job">
      <div className="flex items-center gap-5">
        <Skeleton className="h-20 w-16 rounded-full max-sm:h-14 max-sm:w-11" />
        <div className="flex-1 space-y-3">
          <Skeleton className="h-8 w-64 max-w-full" />
          <Skeleton className="h-4 w-80 max-w-full" />
        </div>
      </div>
      <Skeleton className="mt-7 h-2 w-full" />
      <div className="mt-20 grid gap-8 lg:grid-cols-[minmax(0,5fr)_minmax(0,7fr)] lg:gap-12">
        <div className="space-y-8">
          {[0, 1, 2].map((step) => (
            <div key={step} className="flex gap-4">
              <Skeleton className="size-8 shrink-0 rounded-full" />
              <div className="flex-1 space-y-2.5 pt-1">
                <Skeleton className="h-5 w-44" />
                <Skeleton className="h-4 w-full max-w-xs" />
              </div>
            </div>
          ))}
        </div>
        <Skeleton className="h-96" />
      </div>
    </div>
  );
}
