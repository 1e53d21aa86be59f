/** Media and archives that are compressed already: deflating them again costs time and gains about nothing. */
const compressedExtensions = new Set(
  (
    'png jpg jpeg gif webp avif mp4 m4v m4a mov webm mp3 ogg opus aac ' +
    'woff woff2 zip gz tgz br zst xz pptx docx xlsx pdf'
  ).split(' '),
);

/**
 * Files up to this size are read whole before they are written. So a corrupt one leaves no trace in the ZIP, and a
 * stored one carries its size in front, which readers that stream a ZIP insist on. It bounds memory as well.
 */
export const wholeFileLimit = 8 * 1024 * 1024;

/** Level 6 of zlib: on source text level 9 saves under 1 % and takes longer. */
export const deflateLevel = 6;

/** Whether a file goes into the ZIP as it is. Only files that are read whole may, for the reason given above. */
export function isStored(path: string, size: number): boolean {
  if (size === 0) return true;
  const extension = /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? '';
  return size <= wholeFileLimit && compressedExtensions.has(extension);
}
