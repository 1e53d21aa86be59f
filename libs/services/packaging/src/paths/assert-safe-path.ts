import { AppError } from '@hatchr/contracts';

/**
 * UTF-16 units of a path within the kit. Windows' classic limit for a whole path is 260: with the product's folder
 * (at most 49) this leaves 51 for the place where a person unpacks it, such as their download folder.
 */
export const maxPathLength = 160;
/** UTF-8 bytes of one name. Common file systems allow 255, encrypted home folders (eCryptfs) 143. */
export const maxSegmentBytes = 140;

// C0, DEL and C1 controls; invisible marks that make a name read as another one (bidi, zero width, BOM).
// eslint-disable-next-line no-control-regex -- finding control characters is the purpose
const invisible = /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const loneSurrogate = /\p{Surrogate}/u;
// Device names that Windows reserves with any extension (learn.microsoft.com, "Naming Files, Paths, and Namespaces").
const windowsDevice =
  /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\s*\..*)?$/iu;

const segmentRules: [reason: string, breaks: (segment: string) => boolean][] = [
  ['an empty, "." or ".." part', (segment) => ['', '.', '..'].includes(segment)],
  ['a part that ends in a dot or a space', (segment) => /[. ]$/u.test(segment)],
  ['a name that Windows reserves', (segment) => windowsDevice.test(segment)],
  ['a part that is too long', (segment) => Buffer.byteLength(segment) > maxSegmentBytes],
];

const pathRules: [reason: string, breaks: (path: string) => boolean][] = [
  ['nothing in it', (path) => path.length === 0],
  ['too many characters', (path) => path.length > maxPathLength],
  ['an invisible or control character', (path) => invisible.test(path)],
  ['a broken character', (path) => loneSurrogate.test(path)],
  ['a backslash or another character that Windows refuses', (path) => /[\\:*?"<>|]/u.test(path)],
  ['a leading slash', (path) => path.startsWith('/')],
  ['letters that are not in composed form (NFC)', (path) => path.normalize('NFC') !== path],
];

// The path goes into the cause, which is logged and never shown.
const unsafe = (path: string, reason: string): AppError =>
  new AppError('packaging.unsafe_path', {
    details: { reason },
    cause: new Error(`${JSON.stringify(path)} has ${reason}`),
  });

/**
 * Holds a path of the kit to what unpacks to the same name on Linux, macOS and Windows, inside its folder:
 * relative, forward slashes, no `..`, no drive, no control character, no reserved name, bounded length.
 *
 * @throws AppError `packaging.unsafe_path`
 */
export function assertSafePath(path: string): void {
  for (const [reason, breaks] of pathRules) if (breaks(path)) throw unsafe(path, reason);
  for (const segment of path.split('/'))
    for (const [reason, breaks] of segmentRules) if (breaks(segment)) throw unsafe(path, reason);
}

// Upper case first, so that letters with two lower-case forms (s and long s, k and the Kelvin sign) fold together.
const fold = (path: string): string => path.toUpperCase().toLowerCase();

/**
 * `assertSafePath` for each, and no two that meet on a file system that ignores case: neither as files, nor as
 * folders in different spelling, nor as a file where another path needs a folder.
 *
 * @throws AppError `packaging.unsafe_path`
 */
export function assertSafePaths(paths: readonly string[]): void {
  const seen = new Map<string, { spelling: string; isFile: boolean }>();
  for (const path of paths) {
    assertSafePath(path);
    for (let end = path.indexOf('/'); end > 0; end = path.indexOf('/', end + 1)) {
      const folder = path.slice(0, end);
      const other = seen.get(fold(folder));
      if (other && (other.isFile || other.spelling !== folder)) throw unsafe(path, 'a double');
      seen.set(fold(folder), { spelling: folder, isFile: false });
    }
    if (seen.has(fold(path))) throw unsafe(path, 'a double');
    seen.set(fold(path), { spelling: path, isFile: true });
  }
}

/** Order of two paths by their UTF-8 bytes, the same in every language and locale. */
export function compareByBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
