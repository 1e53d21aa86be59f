import type { DomainBlock } from './block.js';
import { experimentNotebook } from './experiment-notebook.js';
import { researchParticipants } from './research-participants.js';
import { conferenceTalks } from './conference-talks.js';
import { featureFlags } from './feature-flags.js';
import { certificateWatch } from './certificate-watch.js';
import { onCall } from './on-call.js';
import { errorTriage } from './error-triage.js';
import { onboarding } from './onboarding.js';
import { inspectionChecklists } from './inspection-checklists.js';
import { meetingSummaries } from './meeting-summaries.js';

/** The domains of research, software and teams. */
export const researchBlocks: readonly DomainBlock[] = [
  experimentNotebook,
  researchParticipants,
  conferenceTalks,
  featureFlags,
  certificateWatch,
  onCall,
  errorTriage,
  onboarding,
  inspectionChecklists,
  meetingSummaries,
];
