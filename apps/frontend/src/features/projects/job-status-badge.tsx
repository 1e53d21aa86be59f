import type { JobStatus } from '@hatchr/contracts';
import { Badge } from '@/components/ui/badge';

const shown = {
  queued: { label: 'Queued', tone: 'neutral' },
  processing: { label: 'Hatching', tone: 'yolk' },
  completed: { label: 'Hatched', tone: 'good' },
  failed: { label: 'Failed', tone: 'bad' },
  cancelled: { label: 'Cancelled', tone: 'neutral' },
} as const satisfies Record<JobStatus, { label: string; tone: string }>;

export function JobStatusBadge({ status }: { status: JobStatus }) {
  return <Badge tone={shown[status].tone}>{shown[status].label}</Badge>;
}
