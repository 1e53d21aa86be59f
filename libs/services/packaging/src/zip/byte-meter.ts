import { createHash } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';

/**
 * Bytes in one piece passed on. Archiver writes each number of each header by itself, some forty pieces of two to
 * four bytes an entry, and a disk that is asked for each of them takes longer over that than over the content.
 */
const pieceSize = 256 * 1024;

/** Gathers bytes into pieces of 256 KiB, counts and hashes them. */
export class ByteMeter extends Transform {
  size = 0;
  private readonly hash = createHash('sha256');
  private waiting: Buffer[] = [];
  private waitingSize = 0;

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.waiting.push(chunk);
    this.waitingSize += chunk.length;
    if (this.waitingSize >= pieceSize) this.passOn();
    done();
  }

  override _flush(done: TransformCallback): void {
    this.passOn();
    done();
  }

  /** Hex sha256 of everything; to be asked for once, after the end. */
  digest(): string {
    return this.hash.digest('hex');
  }

  private passOn(): void {
    if (this.waitingSize === 0) return;
    const piece = Buffer.concat(this.waiting, this.waitingSize);
    this.waiting = [];
    this.waitingSize = 0;
    this.size += piece.length;
    this.hash.update(piece);
    this.push(piece);
  }
}
