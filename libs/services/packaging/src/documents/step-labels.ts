import type { StepKey } from '@hatchr/contracts';

/** The steps as the documents call them. */
export const stepLabels: Record<StepKey, string> = {
  discovery: 'Finding competitors',
  mvp: 'Building the MVP',
  marketing: 'Making the launch kit',
  packaging: 'Packaging',
  identity: 'Recording the proof',
};
