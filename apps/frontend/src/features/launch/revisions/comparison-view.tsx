'use client';
import type { Comparison, FileComparison } from '@hatchr/contracts';
import { useState, type ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { cn } from '@/lib/class-names';

const toneOf = { added: 'good', removed: 'bad', changed: 'neutral' } as const;
const wordOf = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

interface ComparisonViewProps {
  comparison: Comparison;
  /** The difference of one file; asked for when the file is opened. */
  renderFile: (path: string) => ReactNode;
}

/** What differs between two revisions: the specification in words, then the files. */
export function ComparisonView({ comparison, renderFile }: ComparisonViewProps) {
  const { spec, files } = comparison;
  return (
    <>
      <Section title="What changed in the specification">
        {spec.length === 0 ? (
          <p className="text-sm text-ink-soft">Nothing.</p>
        ) : (
          <Card>
            <ul>
              {spec.map(({ path, change, message }) => (
                <li
                  key={`${change} ${path} ${message}`}
                  className="flex items-baseline gap-3 px-5 py-2.5 text-sm not-first:border-t not-first:border-line"
                >
                  <Badge tone={toneOf[change]}>{wordOf[change]}</Badge>
                  <span className="min-w-0 wrap-anywhere" dir="auto">
                    {message}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Section>
      <Section title={`Files (${String(files.length)})`}>
        {files.length === 0 ? (
          <p className="text-sm text-ink-soft">Every file is the same.</p>
        ) : (
          <Card>
            <ul>
              {files.map((file) => (
                <li key={file.path} className="not-first:border-t not-first:border-line">
                  <FileRow file={file} renderFile={renderFile} />
                </li>
              ))}
            </ul>
          </Card>
        )}
      </Section>
    </>
  );
}

interface FileRowProps {
  file: Comparison['files'][number];
  renderFile: (path: string) => ReactNode;
}

function FileRow({ file, renderFile }: FileRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        className="flex w-full items-center gap-3 rounded-lg px-5 py-2.5 text-start text-sm hover:bg-sunken focus-visible:-outline-offset-2 dark:hover:bg-raised"
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        <Badge tone={toneOf[file.change]}>{wordOf[file.change]}</Badge>
        <code className="min-w-0 font-mono text-[13px] wrap-anywhere">{file.path}</code>
        <span className="tabular ms-auto shrink-0 text-[13px]">
          {file.additions === null || file.deletions === null ? (
            <span className="text-ink-faint">not compared by line</span>
          ) : (
            <>
              <span className="text-good">+{file.additions}</span>{' '}
              <span className="text-bad">−{file.deletions}</span>
            </>
          )}
        </span>
      </button>
      {isOpen && <div className="border-t border-line">{renderFile(file.path)}</div>}
    </>
  );
}

const omittedWord = {
  binary: 'This file is binary, so its lines are not compared.',
  too_long: 'This file is too long to compare here. Both versions are in their ZIPs.',
} as const;

/** A unified difference: each line keeps its sign, so that colour is never the only mark. */
export function FileDiff({ file }: { file: FileComparison }) {
  if (file.omitted)
    return <p className="px-5 py-4 text-sm text-ink-soft">{omittedWord[file.omitted]}</p>;
  return (
    <div
      className="overflow-x-auto py-2 font-mono text-[12.5px] leading-[1.65]"
      dir="ltr"
      role="group"
      aria-label={`Changes in ${file.path}`}
      tabIndex={0}
    >
      {file.hunks.map((hunk) => (
        <div key={`${String(hunk.fromStart)} ${String(hunk.toStart)}`} className="min-w-fit">
          <p className="bg-sunken px-5 text-ink-faint dark:bg-raised">
            @@ −{hunk.fromStart},{hunk.fromLines} +{hunk.toStart},{hunk.toLines} @@
          </p>
          {hunk.lines.map((line, index) => (
            <pre
              key={index}
              className={cn(
                'px-5',
                line.startsWith('+') && 'bg-good-tint text-good',
                line.startsWith('-') && 'bg-bad-tint text-bad',
              )}
            >
              {line || ' '}
            </pre>
          ))}
        </div>
      ))}
    </div>
  );
}
