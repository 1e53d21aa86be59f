'use client';
import { Egg } from '@/components/brand/egg';
import { Speckles } from '@/components/brand/speckles';
import { countCharacters } from './check-prompt';
import { usePromptDraft } from './prompt-draft';
import { ModelNotice } from './model-notice';
import { PromptForm } from './prompt-form';
import { SearchNotice } from './search-notice';

/** The crack reaches across by the length of a good sentence, and stops short of opening: that is the job's part. */
const crackedAtCharacters = 60;

export function HomeHero() {
  const [text] = usePromptDraft();
  const crack = Math.min(0.98, countCharacters(text) / crackedAtCharacters);
  return (
    <div className="relative isolate">
      {/* Clear in the middle, where the words stand. */}
      <Speckles className="-top-10 -bottom-20 h-auto mask-[radial-gradient(ellipse_at_50%_42%,transparent_22%,black_48%,transparent_74%)] sm:-top-14" />
      <div className="mx-auto max-w-3xl">
        <Egg className="mx-auto h-20" progress={crack} />
        <h1 className="mt-6 text-center text-[34px] leading-[1.08] font-semibold tracking-[-0.035em] sm:text-[52px] lg:-mx-16">
          {/* Lines are set here, not by the width of the font that happens to be loaded. */}
          <span className="whitespace-nowrap max-sm:block">One sentence in.</span>{' '}
          <span className="whitespace-nowrap">A startup kit out.</span>
        </h1>
        <p className="mx-auto mt-5 max-w-xl text-center text-balance text-base text-ink-soft sm:text-lg">
          Say what you want to build. Hatchr studies the competition, writes and tests a working web
          app, and packs it with everything you need to launch.
        </p>
        <div className="mt-10">
          <PromptForm />
          <SearchNotice />
          <ModelNotice />
        </div>
      </div>
    </div>
  );
}
