import { Module, type DynamicModule } from '@nestjs/common';
import { ApiModule } from './api/api.module.js';
import { AuthModule } from './auth/auth.module.js';
import { DatabaseModule } from './database/database.module.js';
import type { AppConfig } from './env.js';
import { ProofsModule } from './proofs/proofs.module.js';

/** The whole backend in one process; `config.role` decides whether it serves, works, or both. */
@Module({})
export class AppModule {
  static register(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        DatabaseModule.register(config.database),
        ProofsModule.register(config),
        AuthModule.register(config),
        ApiModule.register(config),
      ],
    };
  }
}
