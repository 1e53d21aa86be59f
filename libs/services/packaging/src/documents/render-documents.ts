import { readFileSync } from 'node:fs';
import type { GeneratedFile, ProductScreenshots, VerificationReport } from '@hatchr/contracts';
import { renderCompetitorsCsv } from './render-competitors-csv.js';
import { renderCompetitors } from './render-competitors.js';
import { renderDecisions, type DecisionsInput } from './render-decisions.js';
import { renderRoadmap } from './render-roadmap.js';
import { renderVerification, renderVerificationJson } from './render-verification.js';

export interface DocumentsInput extends DecisionsInput {
  verification: VerificationReport;
  screenshots: ProductScreenshots;
}

// The verifier is a file of its own, so that it is linted and run as what it is. The path holds from src and dist.
const verifierUrl = new URL('../../assets/verify.mjs', import.meta.url);

/**
 * The documents that come with every kit and the verifier. The same input gives the same bytes, whatever the
 * durations in the verification report. Every text of the input is escaped: none can add markup or HTML.
 */
export function renderDocuments(input: DocumentsInput): GeneratedFile[] {
  const { spec, discovery, verification, screenshots } = input;
  return [
    { path: 'docs/competitors.csv', content: renderCompetitorsCsv(discovery) },
    { path: 'docs/competitors.md', content: renderCompetitors(spec.name, discovery) },
    { path: 'docs/decisions.md', content: renderDecisions(input) },
    { path: 'docs/roadmap.md', content: renderRoadmap(spec, discovery) },
    { path: 'docs/verification.json', content: renderVerificationJson(verification) },
    {
      path: 'docs/verification.md',
      content: renderVerification(spec.name, verification, screenshots),
    },
    { path: 'verify.mjs', content: readFileSync(verifierUrl, 'utf8'), mode: 0o755 },
  ];
}
