import type { Metadata } from 'next';
import Link from 'next/link';
import { Page, PageTitle } from '@/components/layout/page';
import { Button } from '@/components/ui/button';
import { ProjectsPage } from '@/features/projects/projects-page';

export const metadata: Metadata = { title: 'Projects' };

export default function Projects() {
  return (
    <Page>
      <PageTitle title="Projects" description="Everything you have hatched, and what is hatching.">
        <Button asChild variant="primary">
          <Link href="/">New idea</Link>
        </Button>
      </PageTitle>
      <div className="mt-10">
        <ProjectsPage />
      </div>
    </Page>
  );
}
