import type { Artifact } from '@hatchr/contracts';
import { Download } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { formatBytes } from '@/lib/format';
import { toOwnPath } from '@/lib/web-url';

/** A file of the kit as a download; says so where the file is missing. */
export function DownloadLink({
  artifact,
  label,
}: {
  artifact: Artifact | undefined;
  label: string;
}) {
  const href = artifact ? toOwnPath(artifact.url) : null;
  if (!artifact || !href)
    return <span className="self-center text-[13px] text-ink-faint">{label}: not in this kit</span>;
  return (
    <Button asChild size="sm">
      <a href={href} download={artifact.path.slice(artifact.path.lastIndexOf('/') + 1)}>
        <Download aria-hidden />
        <span>
          <span className="sr-only">Download </span>
          {label}
        </span>
        <span className="tabular font-normal text-ink-faint">{formatBytes(artifact.size)}</span>
      </a>
    </Button>
  );
}
