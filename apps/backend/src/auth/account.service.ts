import type { Account } from '@hatchr/contracts';
import { ConcordiumService } from '@hatchr/concordium';
import { Injectable } from '@nestjs/common';
import type { SessionCaller } from './sessions.service.js';

/** What a person may know about their own account. */
@Injectable()
export class AccountService {
  constructor(private readonly concordium: ConcordiumService) {}

  describe(caller: SessionCaller): Account {
    return {
      userId: caller.userId,
      name: caller.name,
      email: caller.email,
      isGuest: caller.isGuest,
      role: caller.role,
      identity: { isVerified: false, statement: this.concordium.identityStatement() },
    };
  }
}
