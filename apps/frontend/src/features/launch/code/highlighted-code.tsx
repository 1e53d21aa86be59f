'use client';
import { useEffect, useState, type ReactNode } from 'react';
import { languageOfPath } from './language-of-path';

/** Above this many characters colouring would hold up the page; such a file is shown plain. */
const colourLimit = 120_000;

/** The text at once, its colours as soon as the highlighter has been loaded. Never through innerHTML. */
export function HighlightedCode({ path, text }: { path: string; text: string }) {
  const [coloured, setColoured] = useState<ReactNode>(null);
  useEffect(() => {
    const language = languageOfPath(path);
    if (!language || text.length > colourLimit) return;
    let isCurrent = true;
    void import('./highlight')
      .then(({ highlight }) => {
        if (isCurrent) setColoured(highlight(text, language));
      })
      // Without colours the file is still there to read.
      .catch(() => undefined);
    return () => {
      isCurrent = false;
    };
  }, [path, text]);
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return (
    <div className="code flex min-w-fit py-4 font-mono text-[12.5px] leading-[1.65]" dir="ltr">
      <pre
        aria-hidden
        className="tabular sticky start-0 shrink-0 bg-surface ps-4 pe-4 text-end text-ink-faint select-none"
      >
        {Array.from({ length: Math.max(1, lines) }, (_, index) => index + 1).join('\n')}
      </pre>
      <pre className="pe-6 [tab-size:2]">
        <code>{coloured ?? text}</code>
      </pre>
    </div>
  );
}
