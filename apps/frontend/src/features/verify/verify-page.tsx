'use client';
import { digestSchema } from '@hatchr/contracts';
import { useSearchParams } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { DigestError } from './digest-of-file';
import { FileDrop } from './file-drop';
import { KitFiles } from './kit-files';
import { readDroppedFile, type Dropped } from './read-dropped-file';
import { VerifiedDigest, VerifiedProof } from './verified-digest';

/** Anyone may ask what is recorded about a kit: by its ZIP, by its manifest, by its digest, or with a proof. */
export function VerifyPage() {
  const params = useSearchParams();
  const [text, setText] = useState(params.get('digest') ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const [dropped, setDropped] = useState<Dropped | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const asked = digestSchema.safeParse(params.get('digest')).data ?? null;

  const ask = (digest: string): void => {
    const parsed = digestSchema.safeParse(digest.trim().toLowerCase());
    setText(digest);
    setProblem(
      parsed.success
        ? null
        : 'A digest is 64 characters of 0-9 and a-f. Copy it from the Proof tab, or drop the ZIP.',
    );
    if (parsed.success) window.history.replaceState(null, '', `?digest=${parsed.data}`);
  };
  const askAboutFile = async (file: File): Promise<void> => {
    setIsBusy(true);
    setDropped(null);
    try {
      const next = await readDroppedFile(file);
      ask(next.digest);
      setDropped(next);
    } catch (error) {
      setProblem(
        error instanceof DigestError
          ? error.message
          : 'The file could not be read. Choose it again.',
      );
    } finally {
      setIsBusy(false);
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setDropped(null);
    ask(text);
  };
  return (
    <div className="mt-10 grid items-start gap-10 lg:grid-cols-2 lg:gap-14">
      <form noValidate onSubmit={submit}>
        <TextField
          label="Manifest digest"
          hint="The sha256 of hatchr.manifest.json: 64 hexadecimal characters."
          error={problem ?? undefined}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
          }}
          spellCheck={false}
          autoComplete="off"
          className="font-mono text-[13px]"
        />
        <Button type="submit" variant="primary" className="mt-4">
          Verify
        </Button>
        <p className="my-6 flex items-center gap-4 text-[13px] text-ink-faint before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
          or
        </p>
        <FileDrop onFile={(file) => void askAboutFile(file)} isBusy={isBusy} />
      </form>
      <div className="space-y-4">
        {dropped?.kind === 'kit' && <KitFiles kit={dropped.kit} />}
        <Asked digest={asked} dropped={dropped} />
      </div>
    </div>
  );
}

function Asked({ digest, dropped }: { digest: string | null; dropped: Dropped | null }) {
  if (dropped?.kind === 'proof')
    return <VerifiedProof key={JSON.stringify(dropped.proof)} {...dropped} />;
  return digest ? <VerifiedDigest key={digest} digest={digest} /> : <WhatItTells />;
}

function WhatItTells() {
  return (
    <div className="rounded-lg border border-dashed border-line-strong p-6 text-sm text-ink-soft">
      <p className="font-medium text-ink">What you will see here</p>
      <ul className="mt-3 list-disc space-y-2 ps-5 marker:text-line-strong">
        <li>whether every file of a ZIP you drop is the one that its manifest lists;</li>
        <li>whether this instance has recorded exactly this manifest, when, and with which key;</li>
        <li>where it is on the Concordium chain, if this instance writes to one;</li>
        <li>what that means, and what it does not.</li>
      </ul>
      <p className="mt-4">
        To check without this page, run the verifier that comes in the ZIP: `node verify.mjs`.
      </p>
    </div>
  );
}
