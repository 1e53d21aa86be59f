'use client';
import { Egg } from '@/components/brand/egg';
import { countCharacters } from './check-prompt';
import { usePromptDraft } from './prompt-draft';
import { PromptForm } from './prompt-form';

/** The crack reaches across by the length of a good sentence, and stops short of opening: that is the job's part. */
const crackedAtCharacters = 60;

export function HomeHero() {
  const [text] = usePromptDraft();
  const crack = Math.min(0.98, countCharacters(text) / crackedAtCharacters);
  return (
    <div className="relative isolate">
      <div
        aria-hidden
        className="speckled pointer-events-none absolute inset-x-0 -top-10 -bottom-16 -z-10 mask-[radial-gradient(ellipse_at_50%_40%,black_25%,transparent_72%)] sm:-top-14"
      />
      <div className="mx-auto max-w-3xl">
        <Egg className="mx-auto h-20" progress={crack} />
        <h1 className="mt-6 text-center text-[34px] leading-[1.08] font-semibold tracking-[-0.035em] sm:text-[52px]">
          One sentence in. A&nbsp;startup kit out.
        </h1>
        <p className="mx-auto mt-5 max-w-xl text-center text-base text-ink-soft sm:text-lg">
          Say what you want to build. Hatchr studies the competition, writes and tests a working web
          app, and packs it with everything you need to launch.
        </p>
        <div className="mt-10">
          <PromptForm />
        </div>
      </div>
    </div>
  );
}
