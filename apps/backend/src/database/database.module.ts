import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { AppConfig } from '../env.js';
import { dataSourceOptions, migrate } from './data-source.js';

/** The connection, migrated before anything else of the process may use it. */
@Module({})
export class DatabaseModule {
  static register(config: AppConfig['database']): DynamicModule {
    return {
      module: DatabaseModule,
      global: true,
      imports: [
        TypeOrmModule.forRootAsync({
          useFactory: () => dataSourceOptions(config.url, config.poolSize),
          dataSourceFactory: async (options) => {
            if (!options) throw new Error('TypeORM options are missing');
            const dataSource = await new DataSource(options).initialize();
            await migrate(dataSource);
            return dataSource;
          },
        }),
      ],
    };
  }
}
