import type { ProductScreenshots, VerificationReport } from '@hatchr/contracts';
import { escapeMarkdown, markdownDocument, markdownTable } from './escape-markdown.js';

const outcomeWords: Record<VerificationReport['outcome'], string> = {
  passed: 'The app passed its checks before it was packaged.',
  failed: 'The app did not pass all of its checks.',
  skipped: 'The checks were not run, so nothing is claimed about the app.',
};

/** The report without its times: they differ from run to run, and the kit must not. */
const timeless = ({ outcome, reason, gates }: VerificationReport): unknown => ({
  outcome,
  reason,
  gates: gates.map((gate) => ({
    name: gate.name,
    label: gate.label,
    outcome: gate.outcome,
    detail: gate.detail,
  })),
});

/** `docs/verification.json`: outcome, reason and gates in their order, two spaces of indentation. */
export function renderVerificationJson(verification: VerificationReport): string {
  return `${JSON.stringify(timeless(verification), null, 2)}\n`;
}

/** The pages that were photographed, one line each, and what is missing. */
function screenshotParts({ images, reason }: ProductScreenshots): string[] {
  const titles = new Map(images.map(({ page, title }) => [page, title]));
  return [
    '## Screenshots',
    ...(images.length > 0
      ? [
          'Taken of the running app with its demo workspace open, light and dark, on a desktop and a phone, in `launch/screenshots/`:',
          [...titles]
            .map(([page, title]) => `- ${escapeMarkdown(title)} (${escapeMarkdown(page)})`)
            .join('\n'),
        ]
      : ['There are none.']),
    ...(reason === null ? [] : [escapeMarkdown(reason)]),
  ];
}

/** `docs/verification.md`: the same for a reader, and how to repeat the check of the files. */
export function renderVerification(
  name: string,
  verification: VerificationReport,
  screenshots: ProductScreenshots,
): string {
  const { outcome, reason, gates } = verification;
  return markdownDocument([
    `# Verification of ${escapeMarkdown(name)}`,
    `**${outcome}**. ${outcomeWords[outcome]}`,
    escapeMarkdown(reason),
    gates.length === 0
      ? 'No check was recorded.'
      : markdownTable(
          ['Check', 'Outcome', 'Result'],
          gates.map((gate) => [
            escapeMarkdown(gate.label),
            gate.outcome,
            escapeMarkdown(gate.detail),
          ]),
        ),
    ...screenshotParts(screenshots),
    '## Check the files yourself',
    [
      '`node verify.mjs` hashes every file of this folder and compares it with `hatchr.manifest.json`. It needs',
      'Node 18 or newer, nothing else, and no network. With `--proof <file>.proof.json` it checks the proof as well;',
      '`node verify.mjs --help` lists what it ignores and how it ends.',
    ].join('\n'),
    [
      'To check without it: the manifest is JSON with sorted keys and no spaces (RFC 8785) and lists each file but itself',
      'with size and sha256, in the order of the UTF-8 bytes of the paths. `merkleRoot` is the tree hash of RFC 6962 over that',
      'list: a leaf is the sha256 of the byte 0, the path, the byte 0 and the hex sha256 of the file; a node is the sha256 of',
      'the byte 1 and its two children. The digest that a proof is about is the sha256 of the manifest as a file.',
    ].join('\n'),
  ]);
}
