'use client';
import { ErrorState } from '@/components/state/error-state';
import { Card } from '@/components/ui/card';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { trpc } from '@/lib/trpc';
import { ProofFacts } from './proof-facts';
import { VerificationResult } from './verification-result';

/** What the server says about a digest, with the record behind it. */
export function VerifiedDigest({ digest }: { digest: string }) {
  const verification = trpc.proofs.verify.useQuery({ digest });
  if (verification.error)
    return (
      <ErrorState
        title="The digest could not be checked"
        error={verification.error}
        onRetry={() => void verification.refetch()}
        isRetrying={verification.isFetching}
      />
    );
  if (!verification.data)
    return (
      <div role="status" aria-label="Checking">
        <Skeleton className="h-52" />
      </div>
    );
  const { proof } = verification.data;
  return (
    <div role="status" aria-label="Result" className="space-y-4">
      <VerificationResult verification={verification.data} />
      {proof && (
        <Card className="px-5 pt-4 pb-2">
          <Badge tone="yolk">{proof.label}</Badge>
          <div className="mt-2">
            <ProofFacts proof={proof} />
          </div>
        </Card>
      )}
    </div>
  );
}
