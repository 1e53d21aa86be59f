import { FileArchive, Presentation, Search, SquareTerminal } from 'lucide-react';
import { Card } from '@/components/ui/card';

const parts = [
  {
    Icon: Search,
    title: 'Competitors, with sources',
    text: 'Real products near your idea, what each is known to do, and the gaps between them. Every claim names its source. What is not known is shown as unknown.',
  },
  {
    Icon: SquareTerminal,
    title: 'A web app that runs',
    text: 'Next.js with your entities, pages, sign-in and row-level security. It starts without a single environment variable and comes with tests, Docker and CI.',
  },
  {
    Icon: Presentation,
    title: 'Deck, images and copy',
    text: 'A pitch deck as PowerPoint and PDF, social images in the sizes the channels ask for, and posts cut to their limits. Prices and figures you have not set stay blank.',
  },
  {
    Icon: FileArchive,
    title: 'One ZIP, with proof',
    text: 'A hash of every file, the report of the checks the app went through, and a signed log entry that says when the kit existed. Anyone can verify it.',
  },
] as const;

/** What a person gets, in facts. */
export function KitContents() {
  return (
    <section aria-labelledby="kit-contents" className="mt-24">
      <h2 id="kit-contents" className="text-xl font-semibold tracking-[-0.02em]">
        What is in the kit
      </h2>
      <p className="mt-2 max-w-2xl text-[15px] text-ink-soft">
        Everything is made from one description of your product, so the database, the pages, the
        deck and the posts agree with each other.
      </p>
      <ul className="mt-8 grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
        {parts.map(({ Icon, title, text }) => (
          <li key={title} className="flex">
            <Card className="flex-1 p-5">
              <span className="grid size-9 place-items-center rounded-md bg-shell-tint text-shell-strong">
                <Icon className="size-4.5" aria-hidden />
              </span>
              <h3 className="mt-5 text-[15px] font-semibold tracking-[-0.01em]">{title}</h3>
              <p className="mt-2 text-sm leading-relaxed text-ink-soft">{text}</p>
            </Card>
          </li>
        ))}
      </ul>
    </section>
  );
}
