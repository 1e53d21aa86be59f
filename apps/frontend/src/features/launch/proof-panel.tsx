'use client';
import type { Project } from '@hatchr/contracts';
import { Download, ScrollText } from 'lucide-react';
import Link from 'next/link';
import { ErrorState } from '@/components/state/error-state';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { ProofFacts } from '@/features/verify/proof-facts';
import { VerificationResult } from '@/features/verify/verification-result';
import { saveAs } from '@/lib/save-as';
import { trpc } from '@/lib/trpc';
import { Section } from './section';

/** The proof of the kit: checked anew by the server, shown in full, with its limits in words. */
export function ProofPanel({ project }: { project: Project }) {
  const { proof, manifestDigest, slug } = project;
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
        <ServerChecks digest={manifestDigest} />
      </Section>
      <Section
        title="The record"
        actions={
          <Button
            size="sm"
            onClick={() => {
              saveAs(`${slug}.proof.json`, JSON.stringify(proof, null, 2), 'application/json');
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
            <Badge tone="yolk">{proof.label}</Badge>
          </div>
          <ProofFacts proof={proof} />
        </Card>
      </Section>
      <Section title="What it does not prove">
        <ul className="max-w-2xl list-disc space-y-2 ps-5 text-sm text-ink-soft marker:text-line-strong">
          <li>
            Nothing is written to a blockchain. Whoever runs this instance holds its signing key and
            its clock.
          </li>
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

function ServerChecks({ digest }: { digest: string }) {
  const verification = trpc.proofs.verify.useQuery({ digest });
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
