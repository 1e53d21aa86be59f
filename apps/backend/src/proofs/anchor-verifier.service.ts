import { AnchoringService, type AnchorVerification } from '@hatchr/concordium';
import type { ChainAnchor } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';

/**
 * How long the chain's word about an anchor is believed without asking again. A final block does not change; but anyone
 * may ask about any digest, and nodes take some hundred calls at once.
 */
const BELIEVED_MS = 60_000;
const BELIEVED_MAX = 1_000;

/** Asks the chain about anchors, about the same one once a minute. */
@Injectable()
export class AnchorVerifier {
  private readonly believed = new Map<string, { answer: AnchorVerification; until: number }>();

  constructor(private readonly anchoring: AnchoringService) {}

  async verify(anchor: ChainAnchor, digest: string): Promise<AnchorVerification> {
    // Everything that the answer rests on: a proof that was changed in one place is another question. Hashed, since
    // someone may bring a long one.
    const question = createHash('sha256')
      .update(JSON.stringify([digest, anchor]))
      .digest('hex');
    const known = this.believed.get(question);
    if (known && known.until > Date.now()) return known.answer;
    const answer = await this.anchoring.verifyAnchor(anchor, digest);
    if (answer.notAsked === null && answer.checks.length > 0) {
      if (this.believed.size >= BELIEVED_MAX) this.believed.clear();
      this.believed.set(question, { answer, until: Date.now() + BELIEVED_MS });
    }
    return answer;
  }
}
