import type { ProjectSummary } from '@hatchr/contracts';
import Link from 'next/link';
import { Monogram } from '@/components/brand/monogram';
import { Ago } from '@/components/ui/ago';

/** A finished kit, as a link to its launch page. */
export function ProjectCard({ project }: { project: ProjectSummary }) {
  return (
    <Link
      href={`/launch?project=${encodeURIComponent(project.projectId)}`}
      className="flex h-full min-h-41.5 flex-col rounded-lg border border-line bg-surface p-5 shadow-card transition-colors hover:border-line-strong"
    >
      <div className="flex items-center gap-3">
        <Monogram name={project.name} />
        <p className="min-w-0 truncate font-semibold tracking-[-0.01em]" dir="auto">
          {project.name}
        </p>
      </div>
      <p className="mt-3 line-clamp-2 w-fit text-sm text-ink-soft" dir="auto">
        {project.tagline}
      </p>
      <p className="mt-auto flex gap-2 pt-4 text-[13px] text-ink-faint">
        <span className="min-w-0 truncate" dir="auto">
          “{project.prompt}”
        </span>
        <span className="ms-auto shrink-0">
          <Ago iso={project.createdAt} />
        </span>
      </p>
    </Link>
  );
}
