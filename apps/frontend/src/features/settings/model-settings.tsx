'use client';
import { Section } from '@/components/layout/section';
import { ErrorState } from '@/components/state/error-state';
import { Card } from '@/components/ui/card';
import { Skeleton } from '@/components/ui/skeleton';
import { trpc } from '@/lib/trpc';
import { describeOffer } from './describe-offer';
import { ModelKeyRow } from './model-key-row';

const embedded =
  'Your next kit is made by what Hatchr brings along. No language model is called and nothing is billed.';

/** Which model the next kit is made with, and the person's own keys. */
export function ModelSettings() {
  const settings = trpc.models.settings.useQuery();
  if (settings.error)
    return (
      <ErrorState
        title="Your settings could not be loaded"
        error={settings.error}
        onRetry={() => void settings.refetch()}
        isRetrying={settings.isFetching}
      />
    );
  if (!settings.data) return <Skeleton className="h-64" />;
  const { providers, offer } = settings.data;
  return (
    <Section title="Language model" description={offer ? describeOffer(offer) : embedded}>
      {providers.length === 0 ? (
        <Card className="p-5 text-sm text-ink-soft">
          This instance keeps no keys of its users. Whoever runs it can allow them with{' '}
          <code>MODEL_USER_KEYS=on</code>.
        </Card>
      ) : (
        <Card className="divide-y divide-line">
          {providers.map((provider) => (
            <ModelKeyRow key={provider.provider} provider={provider} />
          ))}
        </Card>
      )}
      <p className="mt-4 text-[13px] text-ink-soft">
        A key is sealed before it is stored, never shown again, and used for your own kits only. It
        is in no log, no ZIP and no page.
      </p>
    </Section>
  );
}
