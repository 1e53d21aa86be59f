import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { AppError, type ChainNetwork } from '@hatchr/contracts';
import { randomBytes } from 'node:crypto';
import { ConcordiumNode } from '../chain/concordium-node.js';
import { concordiumConfig, type ConcordiumConfig } from '../concordium.config.js';
import { writeSignInMessage, type SignInMessage } from './sign-in-message.js';
import { verifySignIn, type ExpectedSignIn, type PresentedSignIn } from './verify-sign-in.js';

/** Long enough to find the wallet and read what it shows. */
const signInMs = 10 * 60_000;

/** 128 bits of chance: nobody guesses a nonce. */
const nonceBytes = 16;

/** Whether an account is someone's. Stateless: the backend remembers what it asked, and asks nothing twice. */
@Injectable()
export class IdentityService implements OnApplicationShutdown {
  private readonly node: ConcordiumNode | null;

  constructor(@Inject(concordiumConfig) { chain }: ConcordiumConfig) {
    this.node = chain ? new ConcordiumNode(chain) : null;
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
      nonce: randomBytes(nonceBytes).toString('base64url'),
      issuedAt: now,
      expiresAt: new Date(+now + signInMs),
    };
    return { ...message, text: writeSignInMessage(message) };
  }

  /** The address of the account that signed; see `verifySignIn` for the errors. */
  verify(presented: PresentedSignIn, expected: ExpectedSignIn): Promise<string> {
    return verifySignIn(presented, expected, this.configured());
  }

  private configured(): ConcordiumNode {
    if (!this.node) throw new AppError('identity.unavailable');
    return this.node;
  }
}
