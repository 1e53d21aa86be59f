import { FounderAnchoringService } from '@hatchr/concordium';
import {
  AppError,
  type Caller,
  type FounderAnchorApi,
  type FounderAnchorInput,
  type FounderAnchorReport,
  type FounderAnchorRequest,
  type Proof,
} from '@hatchr/contracts';
import { ConcordiumAccountsRepository } from '../identity/concordium-accounts.repository.js';
import type { ProjectsService } from '../projects/projects.service.js';
import { FounderAnchorsRepository } from './founder-anchors.repository.js';
import { FounderSponsorshipsRepository } from './founder-sponsorships.repository.js';

/** Proofs that a founder signs: their wallet sends the transaction, and this server hears of its hash only. */
export class FounderAnchorsService implements FounderAnchorApi {
  constructor(
    private readonly settings: { sponsoredPerDay: number },
    private readonly projects: ProjectsService,
    private readonly anchoring: FounderAnchoringService,
    private readonly anchors: FounderAnchorsRepository,
    private readonly sponsorships: FounderSponsorshipsRepository,
    private readonly accounts: ConcordiumAccountsRepository,
  ) {}

  async prepare(caller: Caller, input: FounderAnchorInput): Promise<FounderAnchorRequest> {
    const { chain, account, digest } = await this.founderOf(caller, input.projectId);
    const earlier = await this.anchors.find(digest);
    if (earlier && earlier.genesisHash === chain.genesisHash && earlier.status !== 'failed')
      throw new AppError('proof.founder_pending');
    const sponsored = input.isSponsored
      ? await this.sponsorships.ensure(
          { digest, genesisHash: chain.genesisHash, founder: account },
          this.settings.sponsoredPerDay,
          () => this.anchoring.sponsored(digest, account, new Date()),
        )
      : null;
    return { ...chain, account, data: await this.anchoring.dataFor(digest), sponsored };
  }

  async report(
    caller: Caller,
    { projectId, transactionHash }: FounderAnchorReport,
  ): Promise<Proof> {
    const { chain, account, digest } = await this.founderOf(caller, projectId);
    await this.anchors.report({ digest, sender: account, transactionHash }, chain);
    const { proof } = await this.projects.project(caller, { projectId });
    return proof;
  }

  /** @throws AppError identity.unavailable | proof.account_needed | project.not_found */
  private async founderOf(caller: Caller, projectId: string) {
    const { chain } = this.anchoring;
    if (!chain) throw new AppError('identity.unavailable');
    const { manifestDigest, access } = await this.projects.project(caller, { projectId });
    // A shared project can be read by others, and is nobody's but its owner's to sign.
    if (access !== 'owner') throw new AppError('project.not_found');
    const account = await this.accounts.findAddress(caller.userId, chain.genesisHash);
    if (!account) throw new AppError('proof.account_needed');
    return { chain, account, digest: manifestDigest };
  }
}
