'use client';
import { digestSchema } from '@hatchr/contracts';
import { useSearchParams } from 'next/navigation';
import { useState, type SubmitEvent } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { DigestError, digestOfFile } from './digest-of-file';
import { ManifestDrop } from './manifest-drop';
import { VerifiedDigest } from './verified-digest';

/** Anyone may ask what is recorded about a kit: by the digest of its manifest, or by the manifest itself. */
export function VerifyPage() {
  const params = useSearchParams();
  const [text, setText] = useState(params.get('digest') ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const asked = digestSchema.safeParse(params.get('digest')).data ?? null;

  const ask = (digest: string): void => {
    const parsed = digestSchema.safeParse(digest.trim().toLowerCase());
    setText(digest);
    setProblem(
      parsed.success
        ? null
        : 'A digest is 64 characters of 0-9 and a-f. Copy it from the Proof tab, or drop the manifest.',
    );
    if (parsed.success) window.history.replaceState(null, '', `?digest=${parsed.data}`);
  };
  const askAboutFile = async (file: File): Promise<void> => {
    try {
      ask(await digestOfFile(file));
    } catch (error) {
      setProblem(
        error instanceof DigestError
          ? error.message
          : 'The file could not be read. Choose it again.',
      );
    }
  };
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
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
        <ManifestDrop onFile={(file) => void askAboutFile(file)} />
      </form>
      <div>{asked ? <VerifiedDigest key={asked} digest={asked} /> : <WhatItTells />}</div>
    </div>
  );
}

function WhatItTells() {
  return (
    <div className="rounded-lg border border-dashed border-line-strong p-6 text-sm text-ink-soft">
      <p className="font-medium text-ink">What you will see here</p>
      <ul className="mt-3 list-disc space-y-2 ps-5 marker:text-line-strong">
        <li>whether this instance has recorded exactly this manifest, and when;</li>
        <li>whether the signature and the chain of log entries hold;</li>
        <li>what that means, and what it does not.</li>
      </ul>
      <p className="mt-4">
        To check the files against the manifest, run the verifier that comes in the ZIP.
      </p>
    </div>
  );
}
