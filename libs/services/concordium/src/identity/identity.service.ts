import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError, type ChainNetwork, type IdentityAttribute } from '@hatchr/contracts';
import { randomBytes } from 'node:crypto';
import { ConcordiumNode } from '../chain/concordium-node.js';
import { concordiumConfig, type ConcordiumConfig } from '../concordium.config.js';
import { challengeOf, statementOf, type AttributeQuestion } from './attribute-request.js';
import { writeSignInMessage, type SignInMessage } from './sign-in-message.js';
import { verifyAttribute } from './verify-attribute.js';
import { verifySignIn, type ExpectedSignIn, type PresentedSignIn } from './verify-sign-in.js';

/** Long enough to find the wallet and read what it shows. */
const signInMs = 10 * 60_000;

/** 128 bits of chance: nobody guesses a nonce. */
const nonceBytes = 16;

const newNonce = (): string => randomBytes(nonceBytes).toString('base64url');

/** Whether an account is someone's. Stateless: the backend remembers what it asked, and asks nothing twice. */
@Injectable()
export class IdentityService implements OnApplicationShutdown {
  private readonly node: ConcordiumNode | null;
  /** What people can show of the identity behind their account. */
  readonly attributes: readonly IdentityAttribute[];

  constructor(@Inject(concordiumConfig) { chain, attributes = [] }: ConcordiumConfig) {
    this.node = chain ? new ConcordiumNode(chain) : null;
    this.attributes = chain ? attributes : [];
  }

  /** Ends the connection to the node, once nobody asks any more. */
  async onApplicationShutdown(): Promise<void> {
    await this.node?.close();
  }

  /** The chain whose accounts can be shown; null where none is configured. */
  get chain(): { network: ChainNetwork; genesisHash: string } | null {
    if (!this.node) return null;
    const { network, genesisHash } = this.node.chain;
    return { network, genesisHash };
  }

  /** What the wallet of `account` is to sign. @throws AppError identity.unavailable */
  newMessage(account: string, domain: string, now: Date): SignInMessage & { text: string } {
    const message = {
      domain,
      account,
      genesisHash: this.configured().chain.genesisHash,
      nonce: newNonce(),
      issuedAt: now,
      expiresAt: new Date(+now + signInMs),
    };
    return { ...message, text: writeSignInMessage(message) };
  }

  /** The address of the account that signed; see `verifySignIn` for the errors. */
  verify(presented: PresentedSignIn, expected: ExpectedSignIn): Promise<string> {
    return verifySignIn(presented, expected, this.configured());
  }

  /**
   * What the wallet is to prove: the arguments of its `requestVerifiablePresentation`.
   *
   * @throws AppError `identity.attribute_off`; `identity.attribute_refused` for an account without an identity that can
   * show anything; `proof.*` when the node cannot be asked
   */
  async newAttributeRequest(about: Omit<AttributeQuestion, 'nonce'>, now: Date) {
    const node = this.configuredFor(about.attribute);
    await node.finalTime();
    const { info } = await node.account(about.account);
    const issuers = Object.values(info.accountCredentials)
      .filter(({ value }) => value.type === 'normal')
      .map(({ value }) => value.contents.ipIdentity);
    if (issuers.length === 0)
      throw new AppError('identity.attribute_refused', {
        details: { reason: 'The account has only the credential with which it was opened.' },
      });
    const nonce = newNonce();
    return {
      nonce,
      challenge: challengeOf({ ...about, nonce }, node.chain.genesisHash),
      statements: [
        {
          idQualifier: { type: 'cred', issuers: [...new Set(issuers)] },
          statement: [statementOf(about.attribute, now)],
        },
      ],
      expiresAt: new Date(+now + signInMs),
    };
  }

  /** What a presentation shows, in the words that are kept; see `verifyAttribute` for the errors. */
  async verifyAttribute(presentation: string, asked: AttributeQuestion, now: Date) {
    // Midnight may have passed since it was asked.
    const days = [now, new Date(+now - signInMs)];
    return verifyAttribute(presentation, asked, days, this.configuredFor(asked.attribute));
  }

  private configuredFor(attribute: IdentityAttribute): ConcordiumNode {
    if (!this.attributes.includes(attribute)) throw new AppError('identity.attribute_off');
    return this.configured();
  }

  private configured(): ConcordiumNode {
    if (!this.node) throw new AppError('identity.unavailable');
    return this.node;
  }
}
