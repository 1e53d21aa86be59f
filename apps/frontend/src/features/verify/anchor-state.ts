import type { ChainAnchor, Proof } from '@hatchr/contracts';

/** Whether the page should look again by itself. */
export const isOnItsWay = (anchor: ChainAnchor | null | undefined): boolean =>
  anchor !== null &&
  anchor !== undefined &&
  anchor.status !== 'finalized' &&
  anchor.status !== 'failed';

/** Colour of what a proof calls itself: only the chain earns the good one. */
export const toneOfProof = ({ anchor, founder }: Proof): 'good' | 'yolk' =>
  [anchor, founder].some((one) => one?.status === 'finalized') ? 'good' : 'yolk';

/** How far an anchor is, in a word or two. */
export const anchorStatusWords: Record<ChainAnchor['status'], string> = {
  waiting: 'Waiting for its transaction',
  signed: 'Signed, being sent',
  sent: 'Sent, waiting for a block',
  committed: 'In a block that is not final yet',
  finalized: 'Final',
  failed: 'Refused by the chain',
};

const ccd = new Intl.NumberFormat('en', { minimumFractionDigits: 2, maximumFractionDigits: 6 });

/** MicroCCD, as the API writes them, in CCD. */
export const formatCcd = (microCcd: string): string => `${ccd.format(Number(microCcd) / 1e6)} CCD`;
