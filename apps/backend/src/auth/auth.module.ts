import { Module, type DynamicModule } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { AppConfig } from '../env.js';
import { poolOf } from '../database/pool.js';
import { ConcordiumAccountsRepository } from '../identity/concordium-accounts.repository.js';
import { IdentityAttributesRepository } from '../identity/identity-attributes.repository.js';
import { IdentityAttributesService } from '../identity/identity-attributes.service.js';
import { AccountService } from './account.service.js';
import { AdminGuard } from './admin.guard.js';
import { authSettings } from './auth-settings.js';
import { createAuth } from './auth.js';
import { ACCOUNT_DOMAIN, AUTH } from './auth.tokens.js';
import { SessionsService } from './sessions.service.js';

/** Sessions, accounts and the guard of the admin endpoints. */
@Module({})
export class AuthModule {
  static register(config: AppConfig): DynamicModule {
    return {
      module: AuthModule,
      global: true,
      providers: [
        {
          provide: AUTH,
          inject: [DataSource],
          useFactory: (dataSource: DataSource) =>
            createAuth(poolOf(dataSource), authSettings(config)),
        },
        SessionsService,
        { provide: ACCOUNT_DOMAIN, useValue: new URL(authSettings(config).baseUrl).host },
        ConcordiumAccountsRepository,
        IdentityAttributesRepository,
        IdentityAttributesService,
        AccountService,
        AdminGuard,
      ],
      exports: [
        AUTH,
        SessionsService,
        AccountService,
        AdminGuard,
        ConcordiumAccountsRepository,
        IdentityAttributesService,
      ],
    };
  }
}
