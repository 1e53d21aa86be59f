'use client';
import { toProofDocument, type Project, type Proof } from '@hatchr/contracts';
import { Download, ScrollText } from 'lucide-react';
import Link from 'next/link';
import { useCallback } from 'react';
import { Section } from '@/components/layout/section';
import { ErrorState } from '@/components/state/error-state';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { toneOfProof } from '@/features/verify/anchor-state';
import { ProofFacts } from '@/features/verify/proof-facts';
import { useVerification } from '@/features/verify/use-verification';
import { VerificationResult } from '@/features/verify/verification-result';
import { saveAs } from '@/lib/save-as';
import { FounderAnchor } from './founder-anchor';

/** The proof of the kit: checked anew by the server, shown in full, with its limits in words. */
export function ProofPanel({ project }: { project: Project }) {
  const { manifestDigest, slug } = project;
  // Asked again while the transaction is on its way, so the page shows when it has arrived.
  const verification = useVerification(manifestDigest);
  const proof = verification.data?.proof ?? project.proof;
  const { refetch } = verification;
  const onReported = useCallback(() => void refetch(), [refetch]);
  return (
    <>
      <Section
        title="Is it still what was made?"
        actions={
          <Button asChild size="sm">
            <Link href={`/verify?digest=${manifestDigest}`}>Public verify page</Link>
          </Button>
        }
      >
        <ServerChecks verification={verification} />
      </Section>
      <Section
        title="The record"
        actions={
          <Button
            size="sm"
            onClick={() => {
              saveAs(
                `${slug}.proof.json`,
                JSON.stringify(toProofDocument(proof), null, 2),
                'application/json',
              );
            }}
          >
            <Download aria-hidden />
            Download proof
          </Button>
        }
      >
        <Card className="px-5 py-2">
          <div className="flex items-center gap-2 border-b border-line pt-2 pb-4">
            <ScrollText className="size-4 text-ink-faint" aria-hidden />
            <Badge tone={toneOfProof(proof)}>{proof.label}</Badge>
          </div>
          <ProofFacts proof={proof} />
        </Card>
      </Section>
      <FounderAnchor project={project} founder={proof.founder} onReported={onReported} />
      <Section title="What it does not prove">
        <ul className="max-w-2xl list-disc space-y-2 ps-5 text-sm text-ink-soft marker:text-line-strong">
          <li>{limitOf(proof)}</li>
          <li>It does not say that the idea is new, or who had it first.</li>
          <li>
            It covers the files of the ZIP as they were packed, not what you change in them
            afterwards.
          </li>
        </ul>
      </Section>
    </>
  );
}

function limitOf({ anchor, founder }: Proof): string {
  if (founder?.status === 'finalized')
    return 'The chain shows that the founder’s account signed for the kit by then, not the name of its owner.';
  return anchor?.status === 'finalized'
    ? 'The chain shows that the kit existed by then, not who made it: the account that paid is that of this instance.'
    : 'Nothing is written to a blockchain so far. Whoever runs this instance holds its signing key and its clock.';
}

function ServerChecks({ verification }: { verification: ReturnType<typeof useVerification> }) {
  if (verification.data) return <VerificationResult verification={verification.data} />;
  if (verification.error)
    return (
      <ErrorState
        title="The proof could not be checked"
        error={verification.error}
        onRetry={() => void verification.refetch()}
        isRetrying={verification.isFetching}
      />
    );
  return <Skeleton className="h-40" />;
}
