/** Why a file's digest could not be made, in words for the page. */
export class DigestError extends Error {}

/** A manifest of a kit is some 20 kB; past this (bytes) it is another file, and reading it would hang the tab. */
export const manifestSizeLimit = 10_000_000;

/** The bytes of a manifest or a proof. Throws DigestError for a file that is too large for either. */
export async function readSmallFile(file: Blob): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > manifestSizeLimit)
    throw new DigestError(
      'This file is too large for a manifest. Choose hatchr.manifest.json from the unpacked ZIP.',
    );
  return new Uint8Array(await file.arrayBuffer());
}

/** Lower-case hex sha256 of bytes, made in the browser. Throws DigestError where the browser makes none. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  // Typed as always there, but browsers leave it out on http addresses other than localhost.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (!subtle)
    throw new DigestError(
      'This browser hashes files on https and localhost only. Run `sha256sum hatchr.manifest.json` and paste the result.',
    );
  const hash = await subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
