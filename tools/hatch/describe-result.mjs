// The two faces of a result: words for a person, one JSON document for a program.
import path from 'node:path';
import { cleanText } from './clean-text.mjs';

/**
 * @typedef {object} Result
 * @property {string | null} jobId
 * @property {string | null} status of the job; null when none was made
 * @property {import('@hatchr/contracts').Project | null} project
 * @property {import('@hatchr/contracts').Artifact[]} artifacts
 * @property {string | null} dir absolute
 * @property {{ code: string, message: string } | null} error
 */

/** @returns {Result} */
export const noResult = () => ({
  jobId: null,
  status: null,
  project: null,
  artifacts: [],
  dir: null,
  error: null,
});

/**
 * One line, one document.
 * @param {Result} result
 */
export function toJson({ jobId, status, project, artifacts, dir, error }) {
  return JSON.stringify({
    jobId,
    projectId: project?.projectId ?? null,
    status,
    spec: project?.spec ?? null,
    competitors: project?.discovery.competitors ?? [],
    verification: project?.verification ?? null,
    servedBy: project?.servedBy ?? null,
    proof: project?.proof ?? null,
    artifacts,
    dir,
    zip: project && dir ? path.join(dir, `${project.slug}.zip`) : null,
    error,
  });
}

/**
 * @param {Result & { project: import('@hatchr/contracts').Project, dir: string }} result
 * @returns {string} a few lines
 */
export function toSummary({ project, dir, artifacts }) {
  const { discovery, verification, proof } = project;
  const names = discovery.competitors.map(({ name }) => name).join(', ');
  const gates = verification.gates.map(({ label, outcome }) => `${label} ${outcome}`).join(', ');
  const launch = artifacts.filter(({ kind }) => kind === 'launch').length;
  const where = path.relative(process.cwd(), dir);
  const folder = where.startsWith('..') ? dir : `.${path.sep}${where}`;
  const lines = [
    ['', `${project.name}: ${project.tagline}`],
    ['Competitors', names ? `${discovery.competitors.length}: ${names}` : discovery.statement],
    ['Gates', gates || verification.reason],
    ['Proof', `${proof.label} (${project.manifestDigest.slice(0, 16)}…)`],
    ['ZIP', path.join(folder, `${project.slug}.zip`)],
    ['Launch', `${launch} files in ${path.join(folder, 'launch')}`],
  ];
  return lines
    .map(([label = '', text = '']) => `${label.padEnd(label ? 13 : 0)}${cleanText(text)}\n`)
    .join('');
}
