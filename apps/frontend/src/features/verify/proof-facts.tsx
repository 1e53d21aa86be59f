import type { Proof } from '@hatchr/contracts';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { formatDateTime } from '@/lib/format';

/** The log entry behind a proof, every value copyable. */
export function ProofFacts({ proof }: { proof: Proof }) {
  const { entry } = proof;
  const hashes = [
    { label: 'Manifest digest', value: entry.digest },
    { label: 'Entry hash', value: entry.entryHash },
    { label: 'Previous entry', value: entry.previousHash },
    { label: 'Signature (Ed25519)', value: entry.signature },
    { label: 'Key id', value: entry.keyId },
  ];
  return (
    <dl className="divide-y divide-line text-sm">
      <Row label="Log entry">
        <span className="tabular">#{entry.index}</span>
      </Row>
      <Row label="Recorded">
        <time dateTime={entry.recordedAt}>{formatDateTime(entry.recordedAt)}</time>
      </Row>
      {hashes.map(({ label, value }) => (
        <Row key={label} label={label}>
          <span className="flex items-start gap-2">
            <code className="min-w-0 flex-1 font-mono text-[12.5px] leading-5 break-all">
              {value}
            </code>
            <CopyButton text={value} label={`Copy ${label}`} isIconOnly className="-my-1.5" />
          </span>
        </Row>
      ))}
    </dl>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 py-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-ink-faint">{label}</dt>
      <dd className="min-w-0">{children}</dd>
    </div>
  );
}
