import {
  AppError,
  type AttributeAnswer,
  type AttributeRequest,
  type IdentityAttribute,
  type ShownAttribute,
} from '@hatchr/contracts';
import { IdentityService } from '@hatchr/concordium';
import { Inject, Injectable } from '@nestjs/common';
import { ACCOUNT_DOMAIN } from '../auth/auth.tokens.js';
import { ConcordiumAccountsRepository } from './concordium-accounts.repository.js';
import { IdentityAttributesRepository } from './identity-attributes.repository.js';

/** What people show of the identity behind the account that they have linked. */
@Injectable()
export class IdentityAttributesService {
  constructor(
    private readonly identity: IdentityService,
    private readonly accounts: ConcordiumAccountsRepository,
    private readonly attributes: IdentityAttributesRepository,
    @Inject(ACCOUNT_DOMAIN) private readonly domain: string,
  ) {}

  async list(userId: string): Promise<ShownAttribute[]> {
    const kept = await this.attributes.list(userId);
    return kept.map(({ shownAt, ...fact }) => ({ ...fact, shownAt: shownAt.toISOString() }));
  }

  /** @throws AppError identity.attribute_off | proof.account_needed; see `newAttributeRequest` for the rest */
  async start(userId: string, attribute: IdentityAttribute): Promise<AttributeRequest> {
    const account = await this.linkedAccount(userId, attribute);
    const { domain } = this;
    const about = { attribute, account, domain };
    const { expiresAt, ...request } = await this.identity.newAttributeRequest(about, new Date());
    await this.accounts.startSignIn(userId, request.nonce, expiresAt);
    return { ...request, expiresAt: expiresAt.toISOString() };
  }

  /** Keeps the fact that was asked for and proved, and nothing else of the answer. */
  async show(userId: string, { attribute, nonce, presentation }: AttributeAnswer): Promise<void> {
    const account = await this.linkedAccount(userId, attribute);
    // Out of use before it is checked: an answer is taken once, whether it is right or not.
    if (!(await this.accounts.useNonce(userId, nonce)))
      throw refused('This was not asked of you, was answered already, or has expired.');
    const question = { attribute, account, domain: this.domain, nonce };
    const value = await this.identity.verifyAttribute(presentation, question, new Date());
    if (!(await this.attributes.save(userId, account, { attribute, value })))
      throw refused('Another account was linked meanwhile.');
  }

  async remove(userId: string, attribute: IdentityAttribute): Promise<void> {
    await this.attributes.remove(userId, attribute);
  }

  private async linkedAccount(userId: string, attribute: IdentityAttribute): Promise<string> {
    const { chain, attributes } = this.identity;
    if (!chain || !attributes.includes(attribute)) throw new AppError('identity.attribute_off');
    const address = await this.accounts.findAddress(userId, chain.genesisHash);
    if (!address) throw new AppError('proof.account_needed');
    return address;
  }
}

const refused = (reason: string): AppError =>
  new AppError('identity.attribute_refused', { details: { reason } });
