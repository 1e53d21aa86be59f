import type { ChannelCopy } from '@hatchr/contracts';
import { Section } from '@/components/layout/section';
import { Card } from '@/components/ui/card';
import { CopyButton } from '@/components/ui/copy-button';
import { OutsideLink } from '@/components/ui/outside-link';
import { cn } from '@/lib/class-names';

/** The posts, each part ready to paste, with its length against the channel's limit. */
export function Channels({ channels }: { channels: ChannelCopy[] }) {
  if (channels.length === 0)
    return <p className="text-sm text-ink-soft">This kit has no copy for channels.</p>;
  return (
    <Section
      title="Where to launch"
      description="Copy each part and paste it where the channel asks for it. Read it once before you post: it is your name under it."
    >
      <ul className="grid items-start gap-4 lg:grid-cols-2">
        {channels.map((channel) => (
          <li key={channel.channel}>
            <ChannelCard channel={channel} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function ChannelCard({ channel }: { channel: ChannelCopy }) {
  return (
    <Card>
      <div className="flex items-center justify-between gap-4 border-b border-line px-5 py-3.5">
        <h3 className="font-semibold tracking-[-0.01em]">{channel.label}</h3>
        {channel.url && (
          <OutsideLink href={channel.url} className="text-sm">
            Open
            <span className="sr-only"> {channel.label}</span>
          </OutsideLink>
        )}
      </div>
      <dl>
        {channel.parts.map((part) => (
          <ChannelPart key={part.label} part={part} channel={channel.label} />
        ))}
      </dl>
    </Card>
  );
}

interface ChannelPartProps {
  part: ChannelCopy['parts'][number];
  channel: string;
}

function ChannelPart({ part, channel }: ChannelPartProps) {
  const length = Array.from(part.text).length;
  const isOver = part.limit !== null && length > part.limit;
  return (
    <div className="px-5 py-4 not-first:border-t not-first:border-line">
      <dt className="flex items-center gap-3 text-[13px] text-ink-faint">
        {part.label}
        <span className={cn('tabular ms-auto', isOver && 'font-medium text-bad')}>
          {part.limit === null
            ? `${String(length)} characters`
            : `${String(length)} / ${String(part.limit)}`}
        </span>
        <CopyButton
          text={part.text}
          label={`Copy ${part.label} for ${channel}`}
          isIconOnly
          className="-my-1.5 -me-2"
        />
      </dt>
      <dd className="mt-1.5 text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap" dir="auto">
        {part.text}
      </dd>
    </div>
  );
}
