import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { Badge, Card } from '@/components/ui/card';
import { formatDateTime } from '@/lib/format';
import { acceptRequest, deleteResponse, publishRecord } from '@/lib/public-actions';
import { isPublished, listResponses } from '@/lib/public-data';
import { publicPage } from '@/public-page';
import { CopyLink } from './copy-link';

/** Where the owner publishes a row, and what visitors sent for it. */
export async function PublishPanel({ id, timeZone }: { id: string; timeZone: string }) {
  if (!publicPage) return null;
  const [published, responses] = await Promise.all([isPublished(id), listResponses(id)]);
  return (
    <section className="mt-8" aria-label="Public page">
      <h2 className="mb-2.5 text-sm font-semibold">Public page</h2>
      <Card className="p-5">
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-sm text-muted">
            {published ? 'Everyone can see this on ' : 'Only you can see this. It is not on '}
            <Link href={publicPage.route} className="text-brand-text underline underline-offset-4">
              {publicPage.route}
            </Link>
          </p>
          <div className="flex flex-wrap gap-2">
            {published ? <CopyLink path={publicPage.route} /> : null}
            <form action={publishRecord.bind(null, id, !published)}>
              <Button variant={published ? 'outline' : 'primary'}>
                {published ? 'Unpublish' : 'Publish'}
              </Button>
            </form>
          </div>
        </div>
        {responses.length > 0 ? (
          <ul className="mt-4 divide-y divide-line border-t border-line" aria-label="Responses">
            {responses.map((response) => (
              <li key={response.id} className="flex items-start justify-between gap-3 py-3 text-sm">
                <div className="min-w-0">
                  <p className="break-words">
                    <Badge>{response.accepted_at ? 'accepted' : response.answer}</Badge>{' '}
                    {response.name} {response.contact}
                  </p>
                  <p className="mt-1 break-words whitespace-pre-line">{response.message}</p>
                  <p className="text-xs text-muted">
                    {formatDateTime(response.created_at, timeZone)}
                  </p>
                </div>
                {response.answer === 'request' && !response.accepted_at ? (
                  <form action={acceptRequest.bind(null, id, response.id)}>
                    <Button
                      variant="outline"
                      size="sm"
                      aria-label={`Accept the request of ${response.name}`}
                    >
                      Accept
                    </Button>
                  </form>
                ) : null}
                <form action={deleteResponse.bind(null, response.id)}>
                  <Button
                    variant="ghost"
                    size="sm"
                    aria-label={`Delete the response of ${response.name || 'a visitor'}`}
                  >
                    Delete
                  </Button>
                </form>
              </li>
            ))}
          </ul>
        ) : null}
      </Card>
    </section>
  );
}
