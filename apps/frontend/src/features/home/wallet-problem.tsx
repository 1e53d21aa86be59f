import { CircleAlert } from 'lucide-react';

/** Why the last attempt with a wallet changed nothing; read aloud when it appears. */
export function WalletProblem({ problem }: { problem: string | null }) {
  return (
    <div role="alert">
      {problem && (
        <p className="mt-3 flex gap-2 text-sm text-bad">
          <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden />
          {problem}
        </p>
      )}
    </div>
  );
}
