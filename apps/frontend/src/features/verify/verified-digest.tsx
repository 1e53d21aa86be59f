'use client';
import type { ProofVerification } from '@hatchr/contracts';
import { useEffect } from 'react';
import { ErrorState } from '@/components/state/error-state';
import { Card } from '@/components/ui/card';
import { Badge } from '@/components/ui/badge';
import { Skeleton } from '@/components/ui/skeleton';
import { trpc } from '@/lib/trpc';
import { toneOfProof } from './anchor-state';
import { ProofFacts } from './proof-facts';
import { useVerification } from './use-verification';
import { VerificationResult } from './verification-result';

/** What the server says about a digest, with the record behind it. */
export function VerifiedDigest({ digest }: { digest: string }) {
  const verification = useVerification(digest);
  return (
    <Answer
      data={verification.data}
      error={verification.error}
      onRetry={() => void verification.refetch()}
      isRetrying={verification.isFetching}
    />
  );
}

/** What the server says about a proof that someone brought. */
export function VerifiedProof({ digest, proof }: { digest: string; proof: unknown }) {
  const verify = trpc.proofs.verifyPresented.useMutation();
  const { mutate } = verify;
  useEffect(() => {
    mutate({ digest, proof });
  }, [mutate, digest, proof]);
  return (
    <Answer
      data={verify.data}
      error={verify.error}
      onRetry={() => {
        mutate({ digest, proof });
      }}
      isRetrying={verify.isPending}
    />
  );
}

interface AnswerProps {
  data: ProofVerification | undefined;
  error: unknown;
  onRetry: () => void;
  isRetrying: boolean;
}

function Answer({ data, error, onRetry, isRetrying }: AnswerProps) {
  if (error)
    return (
      <ErrorState
        title="The digest could not be checked"
        error={error}
        onRetry={onRetry}
        isRetrying={isRetrying}
      />
    );
  if (!data)
    return (
      <div role="status" aria-label="Checking">
        <Skeleton className="h-52" />
      </div>
    );
  const { proof } = data;
  // What a proof that does not hold says of itself is anyone's word: it earns no colour and no link.
  const isTrusted = data.outcome !== 'invalid';
  return (
    <div role="status" aria-label="Result" className="space-y-4">
      <VerificationResult verification={data} />
      {proof && (
        <Card className="px-5 pt-4 pb-2">
          <Badge tone={isTrusted ? toneOfProof(proof) : 'bad'}>{proof.label}</Badge>
          <div className="mt-2">
            <ProofFacts proof={proof} isTrusted={isTrusted} />
          </div>
        </Card>
      )}
    </div>
  );
}
