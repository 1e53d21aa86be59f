import { Page } from '@/components/layout/page';
import { HomeHero } from '@/features/home/home-hero';
import { KitContents } from '@/features/home/kit-contents';
import { RecentWork } from '@/features/home/recent-work';

export default function HomePage() {
  return (
    <Page>
      <HomeHero />
      <RecentWork />
      <KitContents />
    </Page>
  );
}
