import {
  AppError,
  digestSchema,
  toProofDocument,
  type LogEntry,
  type Proof,
  type ProofApi,
  type ProofDocument,
  type ProofVerification,
  type VerifyPresentedInput,
} from '@hatchr/contracts';
import { AnchoringService, ConcordiumService, withChain, withFounder } from '@hatchr/concordium';
import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { AnchorVerifier } from './anchor-verifier.service.js';
import { AnchorsRepository } from './anchors.repository.js';
import { FounderAnchorsRepository } from './founder-anchors.repository.js';
import { ProofLogRepository } from './proof-log.repository.js';

/** Proofs of existence: an entry in the local log, and where there is an account, a place on the chain. */
@Injectable()
export class ProofsService implements ProofApi, OnApplicationBootstrap {
  private readonly logger = new Logger(ProofsService.name);
  private brokenAt: number | null = null;

  constructor(
    private readonly log: ProofLogRepository,
    private readonly concordium: ConcordiumService,
    private readonly anchoring: AnchoringService,
    private readonly anchors: AnchorsRepository,
    private readonly founderAnchors: FounderAnchorsRepository,
    private readonly verifier: AnchorVerifier,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    const result = await this.concordium.verifyChain(this.log.entries());
    if (result.isIntact) return;
    this.brokenAt = result.brokenAt;
    this.logger.error(
      `the transparency log is broken at entry ${result.brokenAt}: ${result.reason}`,
    );
  }

  /** Whether the log verified when this process started; null when it did. */
  get firstBrokenEntry(): number | null {
    return this.brokenAt;
  }

  /**
   * The proof of a digest; appended when it is new, found when it is not, so it may be asked for again. Where there is
   * an account, its way to the chain begins here and goes on in the background.
   * @throws AppError proof.log_broken
   */
  async record(digest: string): Promise<Proof> {
    if (this.brokenAt !== null) throw new AppError('proof.log_broken');
    digestSchema.parse(digest);
    const { sender } = this.anchoring;
    const entry = await this.log.ensure(digest, async (manager) => {
      if (sender) await this.anchors.request(manager, digest, sender.genesisHash);
    });
    return this.toProof(entry);
  }

  async find(digest: string): Promise<Proof | null> {
    const entry = await this.log.find(digest);
    return entry ? this.toProof(entry) : null;
  }

  async document(digest: string): Promise<ProofDocument | null> {
    const proof = await this.find(digest);
    return proof && toProofDocument(proof);
  }

  /**
   * Sends every digest of the log to the chain that is not on it: those recorded before there was an account, and those
   * whose transaction the chain refused. Returns how many there are; they share transactions.
   *
   * @throws AppError proof.no_account
   */
  async anchorEarlier(): Promise<number> {
    const { sender } = this.anchoring;
    if (!sender) throw new AppError('proof.no_account');
    return this.anchors.requestEarlier(sender.genesisHash);
  }

  async verify(digest: string): Promise<ProofVerification> {
    const proof = await this.find(digest);
    if (proof) return this.askChain(this.concordium.verifyProof(proof, digest), digest, true);
    return {
      outcome: 'unknown',
      statement:
        'This instance has no record of these bytes. They may have been made elsewhere, or changed since they were packaged.',
      checks: [],
      proof: null,
    };
  }

  verifyPresented({ digest, proof }: VerifyPresentedInput): Promise<ProofVerification> {
    return this.askChain(this.concordium.verifyPresented(proof, digest), digest, false);
  }

  private async askChain(
    verification: ProofVerification,
    digest: string,
    isOurRecord: boolean,
  ): Promise<ProofVerification> {
    const { anchor, founder } = verification.proof ?? {};
    // Anyone may bring anything; the node is asked about what could hold only.
    if (verification.outcome !== 'verified') return verification;
    const asked = anchor
      ? withChain(verification, await this.verifier.verify(anchor, digest), { isOurRecord })
      : verification;
    if (!founder || asked.outcome !== 'verified') return asked;
    return withFounder(asked, await this.verifier.verify(founder, digest), { isOurRecord });
  }

  private async toProof(entry: LogEntry): Promise<Proof> {
    const [anchor, founder] = await Promise.all([
      this.anchors.find(entry.digest, this.anchoring.sender),
      this.founderAnchors.find(entry.digest),
    ]);
    return this.concordium.toProof(entry, { anchor, founder });
  }
}
