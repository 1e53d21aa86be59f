/** The source of an answer: what stands in its first fence, else all of it, with one line end at its end. */
export function readSource(answer: string): string {
  const fenced = /```[a-z]*\s*\n([\s\S]*?)\n?```/iu.exec(answer)?.[1];
  return `${(fenced ?? answer).replaceAll('\r\n', '\n').trim()}\n`;
}
