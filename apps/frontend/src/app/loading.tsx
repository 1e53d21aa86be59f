import { Egg } from '@/components/brand/egg';
import { Page } from '@/components/layout/page';

export default function Loading() {
  return (
    <Page className="grid min-h-[60dvh] place-items-center">
      <div role="status" aria-label="Loading">
        <Egg className="h-16" progress={0.35} isRocking />
      </div>
    </Page>
  );
}
