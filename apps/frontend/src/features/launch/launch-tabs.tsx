'use client';
import type { Project } from '@hatchr/contracts';
import dynamic from 'next/dynamic';
import { useEffect, useRef, type ReactNode } from 'react';
import { Skeleton } from '@/components/ui/skeleton';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import { Channels } from './channels';
import { Code } from './code/code';
import { Competitors } from './competitors/competitors';
import { Deploy } from './deploy';
import { DeckAndImages } from './media/deck-and-images';
import { Overview } from './overview/overview';
import { EnglishCopyNote } from './english-copy-note';
import type { ProjectRef } from './project-ref';
import { ProofPanel } from './proof-panel';
import { SearchPages } from './search-pages';
import { ServedByTable } from './served-by-table';
import { tabsId, useTab } from './use-tab';

const loading = () => <Skeleton className="h-72" />;
// Most visits only look: the editor and the comparison come when their tab is opened.
const EditSpec = dynamic(() => import('./edit/edit-spec'), { loading });
const Revisions = dynamic(() => import('./revisions/revisions'), { loading });

const tabs = [
  { key: 'overview', label: 'Overview' },
  { key: 'edit', label: 'Edit', isForOwner: true },
  { key: 'revisions', label: 'Revisions', isForOwner: true },
  { key: 'competitors', label: 'Competitors' },
  { key: 'code', label: 'Code', isPartOfKit: true },
  { key: 'media', label: 'Deck & images' },
  { key: 'channels', label: 'Channels', isPartOfKit: true },
  { key: 'proof', label: 'Proof' },
  { key: 'deploy', label: 'Deploy', isPartOfKit: true },
  { key: 'served-by', label: 'Who served each step' },
] as const;
type TabKey = (typeof tabs)[number]['key'];

/** What is only of use with the kit itself is not there for whoever has a link to the pitch alone. */
const tabsFor = (project: Project) =>
  tabs.filter(
    (tab) =>
      (!('isForOwner' in tab) || project.access === 'owner') &&
      (!('isPartOfKit' in tab) || project.download !== null),
  );

interface LaunchTabsProps {
  project: Project;
  reference: ProjectRef;
}

export function LaunchTabs({ project, reference }: LaunchTabsProps) {
  const [named, openTab] = useTab();
  const shown = tabsFor(project);
  const tab = shown.find(({ key }) => key === named)?.key ?? 'overview';
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a narrow screen the open tab may lie outside the row; the page itself must not scroll.
    const row = list.current;
    const active = row?.querySelector<HTMLElement>('[data-state=active]');
    if (row && active)
      row.scrollLeft = active.offsetLeft - row.clientWidth / 2 + active.clientWidth / 2;
  }, [tab]);
  const copyNote = (
    <EnglishCopyNote language={project.spec.language} isOwn={project.access === 'owner'} />
  );
  const content: Record<TabKey, ReactNode> = {
    overview: <Overview project={project} reference={reference} />,
    edit: <EditSpec key={project.manifestDigest} project={project} />,
    revisions: <Revisions project={project} />,
    competitors: <Competitors discovery={project.discovery} />,
    code: <Code reference={reference} />,
    media: (
      <>
        {copyNote}
        <DeckAndImages kit={project.launchKit} reference={reference} />
      </>
    ),
    channels: (
      <>
        {copyNote}
        <Channels channels={project.launchKit.channels} />
        <SearchPages pages={project.launchKit.searchPages} />
      </>
    ),
    proof: <ProofPanel project={project} />,
    deploy: <Deploy project={project} />,
    'served-by': <ServedByTable project={project} />,
  };
  return (
    <Tabs value={tab} onValueChange={openTab} id={tabsId} className="mt-10 scroll-mt-14">
      <div className="sticky top-14 z-30 -mx-4 bg-paper/90 px-4 backdrop-blur-md sm:-mx-6 sm:px-6">
        <TabsList ref={list} aria-label="Parts of the kit" className="relative">
          {shown.map(({ key, label }) => (
            <TabsTrigger key={key} value={key}>
              {label}
            </TabsTrigger>
          ))}
        </TabsList>
      </div>
      {shown.map(({ key }) => (
        <TabsContent key={key} value={key}>
          {key === tab && content[key]}
        </TabsContent>
      ))}
    </Tabs>
  );
}
