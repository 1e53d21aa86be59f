import type { SearchPage } from '@hatchr/contracts';
import { Section } from '@/components/layout/section';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';

const stateLabels: Record<SearchPage['state'], string> = {
  in_app: 'In the app',
  to_write: 'To write',
  once_offered: 'Once offered',
};

/** The pages to be found by, each with what it rests on; nothing for kits that were made without that plan. */
export function SearchPages({ pages }: { pages: SearchPage[] | undefined }) {
  if (!pages || pages.length === 0) return null;
  return (
    <Section
      title="Pages to be found by"
      description="How often a phrase is searched is not known here: look it up before you write its page. “Once offered” waits until the product does what the page is about."
    >
      <Card className="relative overflow-x-auto" tabIndex={0} role="region" aria-label="Pages">
        <table className="w-full min-w-200 text-start text-sm">
          <thead>
            <tr className="border-b border-line text-[13px] text-ink-faint">
              {['What people type', 'Title and description', 'Intent', 'Rests on'].map((head) => (
                <th key={head} scope="col" className="px-5 py-3 text-start font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {pages.map((page) => (
              <SearchPageRow key={page.path} page={page} />
            ))}
          </tbody>
        </table>
      </Card>
    </Section>
  );
}

function SearchPageRow({ page }: { page: SearchPage }) {
  const { path, state, phrase, title, description, intent, restsOn } = page;
  return (
    <tr className="align-top not-last:border-b not-last:border-line">
      <th scope="row" className="px-5 py-3.5 text-start font-medium" dir="auto">
        {phrase}
        <span className="mt-1 flex items-center gap-2 text-[13px] font-normal text-ink-faint">
          <code>{path}</code>
          <Badge tone={state === 'in_app' ? 'shell' : 'neutral'}>{stateLabels[state]}</Badge>
        </span>
      </th>
      <td className="max-w-md px-5 py-3.5" dir="auto">
        <div className="flex items-start gap-2">
          <div className="me-auto">
            <p>{title}</p>
            <p className="mt-1 text-ink-soft">{description}</p>
          </div>
          <CopyButton
            text={`${title}\n${description}`}
            label={`Copy title and description of ${path}`}
            isIconOnly
          />
        </div>
      </td>
      <td className="px-5 py-3.5 text-ink-soft">{intent}</td>
      <td className="px-5 py-3.5 text-ink-soft">{restsOn}</td>
    </tr>
  );
}
