import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/page-header';
import { SiteShell } from '@/components/site-shell';
import { Card } from '@/components/ui/card';
import { localDatabase } from '@/lib/db/pglite';
import { showsOutbox } from '@/lib/env';

export const metadata: Metadata = { title: 'Outbox', robots: { index: false } };
export const dynamic = 'force-dynamic';

/** What a mail service would have sent. Development only. */
export default async function OutboxPage() {
  if (!showsOutbox) notFound();
  const db = await localDatabase();
  const { rows } = await db.query<{ id: string; recipient: string; subject: string; link: string }>(
    'select id, recipient, subject, link from local_mail.outbox order by created_at desc limit 50',
  );
  return (
    <SiteShell>
      <div className="mx-auto max-w-3xl px-4 py-12 sm:px-6">
        <PageHeader
          title="Outbox"
          text="Local mode sends no mail. These are the messages that would have been sent; this page exists in development only."
        />
        <Card className="divide-y divide-line">
          {rows.map((mail) => (
            <p key={mail.id} className="flex flex-wrap justify-between gap-3 p-4 text-sm">
              <span>{mail.recipient}</span>
              <Link className="text-brand-text underline" href={mail.link}>
                {mail.subject}
              </Link>
            </p>
          ))}
          {rows.length === 0 ? (
            <p className="p-4 text-sm text-muted">Nothing was sent yet.</p>
          ) : null}
        </Card>
      </div>
    </SiteShell>
  );
}
