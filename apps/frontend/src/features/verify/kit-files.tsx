import { CircleCheck, FileWarning } from 'lucide-react';
import { cn } from '@/lib/class-names';
import type { KitCheck } from './check-kit';

/** More than these at once help nobody; the verifier in the ZIP lists all. */
const shownProblems = 20;

/** Whether the files of a dropped ZIP are those of its manifest, checked in this browser. */
export function KitFiles({ kit }: { kit: KitCheck }) {
  const { problems, fileCount, name } = kit;
  const isWhole = problems.length === 0;
  const Icon = isWhole ? CircleCheck : FileWarning;
  return (
    <section
      aria-label="Files"
      className={cn(
        'rounded-lg border p-5 text-sm',
        isWhole ? 'border-good-line bg-good-tint' : 'border-bad-line bg-bad-tint',
      )}
    >
      <div className="flex gap-3">
        <Icon
          className={cn('mt-0.5 size-5 shrink-0', isWhole ? 'text-good' : 'text-bad')}
          aria-hidden
        />
        <div className="min-w-0">
          <p className="font-medium">
            {isWhole ? 'Every file is as the manifest lists it' : 'These files are not the kit'}
          </p>
          <p className="mt-1 text-ink-soft">
            {isWhole
              ? `${String(fileCount)} files of ${name}, hashed in this browser.`
              : 'What follows about the manifest says nothing about them.'}
          </p>
          {!isWhole && (
            <ul className="mt-3 list-disc space-y-1 ps-5 wrap-anywhere">
              {problems.slice(0, shownProblems).map((problem) => (
                <li key={problem}>{problem}</li>
              ))}
              {problems.length > shownProblems && (
                <li>and {problems.length - shownProblems} more.</li>
              )}
            </ul>
          )}
        </div>
      </div>
    </section>
  );
}
