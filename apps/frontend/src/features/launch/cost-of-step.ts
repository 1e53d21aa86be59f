import type { ChainAnchor, Project, ServedBy, StepKey } from '@hatchr/contracts';
import { formatCcd } from '@/features/verify/anchor-state';
import { formatMicroUsd } from '@/lib/format';

const wholeNumber = new Intl.NumberFormat('en');

/** Whom to pay for something that nothing here meters. */
export interface Biller {
  name: string;
  /** Where its account shows what was used; null where only the operator knows which service it is. */
  url: string | null;
}

/** What a piece of work cost: an amount, or bills that providers write. */
export type Cost = { kind: 'amount'; text: string } | { kind: 'billed'; by: Biller[] };

export const nothing: Cost = { kind: 'amount', text: '$0.00' };

/** Of all services that research can ask, those that take money; by the names that its report gives them. */
const paidResearch: Record<string, string> = {
  Tavily: 'https://app.tavily.com',
  'Brave Search': 'https://api-dashboard.search.brave.com',
  'Google Custom Search (legacy)': 'https://console.cloud.google.com/billing',
  BuiltWith: 'https://api.builtwith.com',
};

export const livepeerBiller: Biller = {
  name: 'Livepeer',
  url: 'https://livepeer.studio/dashboard/billing',
};

const billed = (by: Biller[]): Cost => (by.length > 0 ? { kind: 'billed', by } : nothing);

/**
 * What each step cost whoever runs this instance. Work that was done here is free; so is what services without a
 * price did. The fee of a transaction is what the chain took. What its language model cost is told beside it.
 */
const rules: Record<StepKey, (project: Project) => Cost> = {
  discovery: ({ discovery }) =>
    billed(
      (discovery.providers ?? []).flatMap(({ provider, sent }) => {
        const url = paidResearch[provider];
        return url !== undefined && sent.length > 0 ? [{ name: provider, url }] : [];
      }),
    ),
  mvp: (project) => billed(madeBy('mvp', project)),
  marketing: (project) => {
    const { video, images } = project.launchKit;
    return billed([
      ...madeBy('marketing', project),
      ...(video.status === 'made' ? toBiller(video.sound) : []),
      ...images.flatMap((image) => image.servedBy ?? []).flatMap(toBiller),
    ]);
  },
  packaging: () => nothing,
  identity: ({ proof }) => feeOf(proof.anchor),
};

export const costOfStep = (key: StepKey, project: Project): Cost => rules[key](project);

/** What a language model cost is counted here, so it is an amount and no bill to look up elsewhere. */
function madeBy(
  key: StepKey,
  { servedBy, modelUse }: Pick<Project, 'servedBy' | 'modelUse'>,
): Biller[] {
  return modelUse.steps.some(({ step }) => step === key) ? [] : toBiller(servedBy[key]);
}

function toBiller({ mode, provider }: ServedBy): Biller[] {
  return mode === 'embedded' ? [] : [{ name: provider, url: null }];
}

/** The fee of the whole transaction; kits that share it are named, since no share of it is anyone's. */
function feeOf(anchor: ChainAnchor | null | undefined): Cost {
  if (!anchor?.paidMicroCcd) return nothing;
  const kits = anchor.merkle?.size ?? 1;
  const fee = formatCcd(anchor.paidMicroCcd);
  return { kind: 'amount', text: kits > 1 ? `${fee} for ${String(kits)} kits together` : fee };
}

/** What the language model of a step cost; null where it called none. Answers that were there already cost nothing. */
export function modelCostOfStep(
  key: StepKey,
  { modelUse }: Pick<Project, 'modelUse'>,
): string | null {
  const use = modelUse.steps.find(({ step }) => step === key);
  return use ? describeModelCost(use) : null;
}

/** `$0.031 for 12,400 tokens`; the tokens alone where nobody configured a price. */
export function describeModelCost({
  tokens,
  microUsd,
}: Pick<Project['modelUse'], 'tokens' | 'microUsd'>): string {
  const counted = `${wholeNumber.format(tokens)} tokens`;
  return microUsd === null
    ? `${counted}, price not known here`
    : `${formatMicroUsd(microUsd)} for ${counted}`;
}
