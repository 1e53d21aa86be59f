import { AppError, type Comparison, type FileComparison } from '@hatchr/contracts';
import { Injectable } from '@nestjs/common';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { ArtifactsRepository, type ArtifactRecord } from './artifacts.repository.js';
import { compareTexts, countLines } from './compare-texts.js';
import { isText } from './media-types.js';
import { ArtifactStorage } from './storage/artifact-storage.port.js';

/** Longer files are not compared line by line: a lock file of a megabyte tells a reader nothing. */
const COMPARED_TEXT_BYTES = 256 * 1024;

type ChangedFile = Comparison['files'][number];

/** Compares the files that two jobs made: what the ZIPs hold, not the ZIPs. */
@Injectable()
export class FileComparer {
  constructor(
    private readonly artifacts: ArtifactsRepository,
    private readonly storage: ArtifactStorage,
  ) {}

  /** The files that differ, by path, with their changed lines counted. */
  async changedFiles(fromJobId: string, toJobId: string): Promise<ChangedFile[]> {
    const [from, to] = await Promise.all([this.filesOf(fromJobId), this.filesOf(toJobId)]);
    const paths = [...new Set([...from.keys(), ...to.keys()])].sort();
    const changed: ChangedFile[] = [];
    for (const path of paths) {
      const [before, after] = [from.get(path), to.get(path)];
      if (before?.sha256 === after?.sha256) continue;
      // Comparing is work of this process; requests that wait come in between two files.
      await letOthersRun();
      const { hunks, omitted } = await this.compare(path, before, after);
      changed.push({
        path,
        change: !before ? 'added' : !after ? 'removed' : 'changed',
        ...(omitted ? { additions: null, deletions: null } : countLines(hunks)),
      });
    }
    return changed;
  }

  /** @throws AppError artifact.not_found when neither job made such a file */
  async compareFile(fromJobId: string, toJobId: string, path: string): Promise<FileComparison> {
    const [before, after] = await Promise.all([
      this.artifacts.find(fromJobId, path),
      this.artifacts.find(toJobId, path),
    ]);
    if (!before && !after) throw new AppError('artifact.not_found');
    return this.compare(path, before ?? undefined, after ?? undefined);
  }

  private async compare(
    path: string,
    before: ArtifactRecord | undefined,
    after: ArtifactRecord | undefined,
  ): Promise<FileComparison> {
    const sides = [before, after].flatMap((side) => side ?? []);
    if (sides.some((side) => !isText(side.mediaType)))
      return { path, omitted: 'binary', hunks: [] };
    if (sides.some((side) => side.size > COMPARED_TEXT_BYTES))
      return { path, omitted: 'too_long', hunks: [] };
    const [from, to] = await Promise.all([this.textOf(before), this.textOf(after)]);
    const hunks = compareTexts(from, to);
    return hunks ? { path, omitted: null, hunks } : { path, omitted: 'too_long', hunks: [] };
  }

  private async textOf(record: ArtifactRecord | undefined): Promise<string> {
    return record ? (await this.storage.read(record.sha256)).toString('utf8') : '';
  }

  private async filesOf(jobId: string): Promise<Map<string, ArtifactRecord>> {
    const records = await this.artifacts.list(jobId);
    const inZip = records.filter(({ kind }) => kind !== 'zip' && kind !== 'proof');
    return new Map(inZip.map((record) => [record.path, record]));
  }
}
