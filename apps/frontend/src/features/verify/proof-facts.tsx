import type { ChainAnchor, Proof } from '@hatchr/contracts';
import type { ReactNode } from 'react';
import { CopyButton } from '@/components/ui/copy-button';
import { formatDateTime, toWords } from '@/lib/format';
import { anchorStatusWords, formatCcd } from './anchor-state';

interface ProofFactsProps {
  proof: Proof;
  /** False where the proof does not hold: its link may then lead anywhere, so it is left out. */
  isTrusted?: boolean;
}

/** The log entry behind a proof and its place on the chain, every value copyable. */
export function ProofFacts({ proof, isTrusted = true }: ProofFactsProps) {
  const { entry } = proof;
  const shown = (anchor: ChainAnchor): ChainAnchor =>
    isTrusted ? anchor : { ...anchor, explorerUrl: null };
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
      {hashes.map((hash) => (
        <HashRow key={hash.label} {...hash} />
      ))}
      {proof.founder && <AnchorRows title="Founder’s signature" anchor={shown(proof.founder)} />}
      {proof.anchor && <AnchorRows title="Concordium" anchor={shown(proof.anchor)} />}
    </dl>
  );
}

function AnchorRows({ title, anchor }: { title: string; anchor: ChainAnchor }) {
  const { network, status, problem, blockTime, transactionHash, explorerUrl } = anchor;
  const paid = anchor.paidMicroCcd ?? anchor.estimatedMicroCcd;
  return (
    <>
      <Row label={title}>
        {toWords(network)}: {anchorStatusWords[status]}
        {problem && <span className="block text-ink-soft">{problem}</span>}
      </Row>
      {blockTime && (
        <Row label="Time of the block">
          <time dateTime={blockTime}>{formatDateTime(blockTime)}</time>
        </Row>
      )}
      {transactionHash && <HashRow label="Transaction" value={transactionHash} />}
      {explorerUrl && (
        <Row label="Explorer">
          <a
            className="text-shell-strong underline underline-offset-2"
            href={explorerUrl}
            target="_blank"
            rel="noreferrer"
          >
            See it on the chain
          </a>
        </Row>
      )}
      <HashRow label="Account" value={anchor.sender} />
      {anchor.blockHash && <HashRow label="Block" value={anchor.blockHash} />}
      {anchor.merkle && <HashRow label="Merkle root" value={anchor.merkle.root} />}
      {anchor.merkle && anchor.merkle.size > 1 && (
        <Row label="Shares the transaction">
          with {anchor.merkle.size - 1} other {anchor.merkle.size === 2 ? 'kit' : 'kits'}
        </Row>
      )}
      {paid && (
        <Row label={anchor.paidMicroCcd ? 'Cost' : 'Estimated cost'}>
          <span className="tabular">{formatCcd(paid)}</span>
        </Row>
      )}
    </>
  );
}

function HashRow({ label, value }: { label: string; value: string }) {
  return (
    <Row label={label}>
      <span className="flex items-start gap-2">
        <code className="min-w-0 flex-1 font-mono text-[12.5px] leading-5 break-all">{value}</code>
        <CopyButton text={value} label={`Copy ${label}`} isIconOnly className="-my-1.5" />
      </span>
    </Row>
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
