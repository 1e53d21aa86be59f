import { Languages } from 'lucide-react';
import { Card } from '@/components/ui/card';

const names = new Intl.DisplayNames('en', { type: 'language' });

/** Tells whoever wrote in another language in which one the launch kit is. Nothing for English. */
export function EnglishCopyNote({ language, isOwn }: { language: string; isOwn: boolean }) {
  if (/^(en|und)\b/u.test(language)) return null;
  return (
    <Card className="mb-8 flex gap-3 p-4 text-sm text-ink-soft">
      <Languages className="mt-0.5 size-4 shrink-0 text-ink-faint" aria-hidden />
      <p>
        <span className="font-medium text-ink">
          {isOwn
            ? 'Copy is English; your product’s words are kept.'
            : 'Copy is English; the product’s words are kept.'}
        </span>{' '}
        {isOwn &&
          `Your idea is in ${names.of(language) ?? language}: have deck, video and posts translated before you show them to people who read no English.`}
      </p>
    </Card>
  );
}
