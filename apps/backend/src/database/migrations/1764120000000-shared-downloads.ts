import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whether a shared link opens the ZIP too. Links from before showed everything; from here on they show the pitch until
 * their owner says otherwise.
 */
export class SharedDownloads1764120000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE projects ADD COLUMN shares_downloads boolean NOT NULL DEFAULT false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE projects DROP COLUMN shares_downloads');
  }
}
