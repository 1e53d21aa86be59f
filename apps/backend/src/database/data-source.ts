import { DataSource, type DataSourceOptions } from 'typeorm';
import { ArtifactEntity } from './entities/artifact.entity.js';
import { ConcordiumAccountEntity } from './entities/concordium-account.entity.js';
import { ConcordiumSignInEntity } from './entities/concordium-sign-in.entity.js';
import { FounderAnchorEntity } from './entities/founder-anchor.entity.js';
import { FounderSponsorshipEntity } from './entities/founder-sponsorship.entity.js';
import { HostedVideoEntity } from './entities/hosted-video.entity.js';
import { IdentityAttributeEntity } from './entities/identity-attribute.entity.js';
import { JobEventEntity } from './entities/job-event.entity.js';
import { JobStepEntity } from './entities/job-step.entity.js';
import { JobEntity } from './entities/job.entity.js';
import { ModelAnswerEntity } from './entities/model-answer.entity.js';
import { ModelCallEntity } from './entities/model-call.entity.js';
import { ModelPauseEntity } from './entities/model-pause.entity.js';
import { ModelKeyEntity } from './entities/model-key.entity.js';
import { ProjectRevisionEntity } from './entities/project-revision.entity.js';
import { ProjectEntity } from './entities/project.entity.js';
import { ProofAnchorLeafEntity } from './entities/proof-anchor-leaf.entity.js';
import { ProofAnchorSenderEntity } from './entities/proof-anchor-sender.entity.js';
import { ProofAnchorEntity } from './entities/proof-anchor.entity.js';
import { ProofLogEntryEntity } from './entities/proof-log-entry.entity.js';
import { ResearchCacheEntryEntity } from './entities/research-cache-entry.entity.js';
import { RestyleSessionEntity } from './entities/restyle-session.entity.js';
import { UserEntity } from './entities/user.entity.js';
import { Initial1763900000000 } from './migrations/1763900000000-initial.js';
import { Revisions1763935200000 } from './migrations/1763935200000-revisions.js';
import { HostedVideos1764111000000 } from './migrations/1764111000000-hosted-videos.js';
import { RestyleSessions1764112000000 } from './migrations/1764112000000-restyle-sessions.js';
import { ResearchCache1764021600000 } from './migrations/1764021600000-research-cache.js';
import { ConcordiumAccounts1764115200000 } from './migrations/1764115200000-concordium-accounts.js';
import { SharedDownloads1764120000000 } from './migrations/1764120000000-shared-downloads.js';
import { FounderAnchors1764126000000 } from './migrations/1764126000000-founder-anchors.js';
import { IdentityAttributes1764133200000 } from './migrations/1764133200000-identity-attributes.js';
import { ModelKeys1764129600000 } from './migrations/1764129600000-model-keys.js';
import { ProofAnchors1764111600000 } from './migrations/1764111600000-proof-anchors.js';
import { LanguageModels1764122400000 } from './migrations/1764122400000-language-models.js';

/** Any constant will do; it only has to be the same in every process of an instance. */
const MIGRATION_LOCK = 727_001;

/** TypeORM's options for a database. The schema is never synchronised: migrations are written by hand. */
export function dataSourceOptions(url: string, poolSize: number): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    entities: [
      UserEntity,
      JobEntity,
      JobStepEntity,
      JobEventEntity,
      ProjectEntity,
      ProjectRevisionEntity,
      ArtifactEntity,
      ProofLogEntryEntity,
      ProofAnchorEntity,
      ProofAnchorLeafEntity,
      ProofAnchorSenderEntity,
      ResearchCacheEntryEntity,
      HostedVideoEntity,
      ConcordiumAccountEntity,
      ConcordiumSignInEntity,
      IdentityAttributeEntity,
      FounderAnchorEntity,
      FounderSponsorshipEntity,
      RestyleSessionEntity,
      ModelCallEntity,
      ModelAnswerEntity,
      ModelPauseEntity,
      ModelKeyEntity,
    ],
    migrations: [
      Initial1763900000000,
      Revisions1763935200000,
      ResearchCache1764021600000,
      HostedVideos1764111000000,
      ProofAnchors1764111600000,
      RestyleSessions1764112000000,
      ConcordiumAccounts1764115200000,
      SharedDownloads1764120000000,
      LanguageModels1764122400000,
      FounderAnchors1764126000000,
      ModelKeys1764129600000,
      IdentityAttributes1764133200000,
    ],
    synchronize: false,
    installExtensions: false,
    applicationName: 'hatchr',
    // A statement that hangs would hold a request for ever; the longest of ours takes milliseconds.
    extra: { statement_timeout: 30_000 },
  };
}

/**
 * Runs what is new of the migrations, one process at a time: several at once race for the same tables
 * (three of four fail), so they queue on an advisory lock.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  await runner.connect();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await runner.release();
  }
}
