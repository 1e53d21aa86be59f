import {
  AppError,
  type Account,
  type IdentityAnswer,
  type IdentityRequest,
} from '@hatchr/contracts';
import { ConcordiumService, FounderAnchoringService, IdentityService } from '@hatchr/concordium';
import { Inject, Injectable } from '@nestjs/common';
import { ConcordiumAccountsRepository } from '../identity/concordium-accounts.repository.js';
import { IdentityAttributesService } from '../identity/identity-attributes.service.js';
import { ACCOUNT_DOMAIN } from './auth.tokens.js';
import type { SessionCaller } from './sessions.service.js';

/** What a person may know about their own account, and how they show who they are. */
@Injectable()
export class AccountService {
  constructor(
    private readonly concordium: ConcordiumService,
    private readonly identity: IdentityService,
    private readonly founderAnchoring: FounderAnchoringService,
    private readonly accounts: ConcordiumAccountsRepository,
    private readonly attributes: IdentityAttributesService,
    @Inject(ACCOUNT_DOMAIN) private readonly domain: string,
  ) {}

  async describe(caller: SessionCaller): Promise<Account> {
    const { chain } = this.identity;
    const address = chain && (await this.accounts.findAddress(caller.userId, chain.genesisHash));
    return {
      userId: caller.userId,
      name: caller.name,
      email: caller.email,
      isGuest: caller.isGuest,
      role: caller.role,
      identity: {
        isVerified: address !== null,
        statement: address
          ? 'You have shown with your wallet that this Concordium account is yours.'
          : this.concordium.identityStatement(),
        network: chain?.network ?? null,
        address,
        isSponsored: this.founderAnchoring.sponsorAddress !== null,
        offeredAttributes: [...this.identity.attributes],
        shownAttributes: address ? await this.attributes.list(caller.userId) : [],
      },
    };
  }

  /** What the wallet of an account is to sign. @throws AppError identity.unavailable */
  async startVerification(caller: SessionCaller, account: string): Promise<IdentityRequest> {
    const { nonce, text, expiresAt } = this.identity.newMessage(account, this.domain, new Date());
    await this.accounts.startSignIn(caller.userId, nonce, expiresAt);
    return { nonce, message: text, expiresAt: expiresAt.toISOString() };
  }

  /** Links the account whose keys signed what was asked. @throws AppError identity.refused | identity.unavailable */
  async verify(caller: SessionCaller, answer: IdentityAnswer): Promise<Account> {
    const { chain } = this.identity;
    if (!chain) throw new AppError('identity.unavailable');
    // Out of use before it is checked: an answer is taken once, whether it is right or not.
    if (!(await this.accounts.useNonce(caller.userId, answer.nonce)))
      throw new AppError('identity.refused', {
        details: { reason: 'This was not asked of you, was answered already, or has expired.' },
      });
    const { nonce } = answer;
    const expected = { domain: this.domain, nonce, now: new Date() };
    const address = await this.identity.verify(answer, expected);
    await this.accounts.save(caller.userId, chain.genesisHash, address);
    return this.describe(caller);
  }

  async unlink(caller: SessionCaller): Promise<Account> {
    await this.accounts.remove(caller.userId);
    return this.describe(caller);
  }
}
