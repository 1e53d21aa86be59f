'use client';
import {
  screenshotDevices,
  screenshotThemes,
  type Artifact,
  type ProductScreenshot,
  type Project,
} from '@hatchr/contracts';
import { useTheme } from 'next-themes';
import { useState } from 'react';
import { Section } from '@/components/layout/section';
import { ErrorState } from '@/components/state/error-state';
import { Card } from '@/components/ui/card';
import { ChoiceSwitch } from '@/components/ui/choice-switch';
import { Skeleton } from '@/components/ui/skeleton';
import { cn } from '@/lib/class-names';
import { trpc } from '@/lib/trpc';
import { toOwnPath } from '@/lib/web-url';
import { Lightbox } from '../media/lightbox';
import type { ProjectRef } from '../project-ref';

interface ScreenshotGalleryProps {
  screenshots: Project['screenshots'];
  reference: ProjectRef;
}

type Theme = ProductScreenshot['theme'];
type Device = ProductScreenshot['device'];
const themeNames: Record<Theme, string> = { light: 'Light', dark: 'Dark' };
const deviceNames: Record<Device, string> = { desktop: 'Desktop', phone: 'Phone' };

/** The running app, page by page, or why there is nothing to see of it. */
export function ScreenshotGallery({ screenshots, reference }: ScreenshotGalleryProps) {
  if (screenshots.images.length === 0)
    return (
      <Section title="The app, running">
        <Card className="p-5 text-sm">
          <p className="font-medium">No screenshots</p>
          <p className="mt-1 max-w-2xl text-ink-soft">{screenshots.reason}</p>
        </Card>
      </Section>
    );
  return <Gallery screenshots={screenshots} reference={reference} />;
}

function Gallery({ screenshots: { images, reason }, reference }: ScreenshotGalleryProps) {
  const files = trpc.projects.files.useQuery(reference, { staleTime: Infinity });
  const { resolvedTheme } = useTheme();
  const [chosenTheme, setTheme] = useState<Theme | null>(null);
  const [device, setDevice] = useState<Device>('desktop');
  // The app is shown in the theme of this page until its reader chooses otherwise.
  const theme = chosenTheme ?? (resolvedTheme === 'dark' ? 'dark' : 'light');
  const shown = images.filter((image) => image.theme === theme && image.device === device);
  return (
    <Section
      title="The app, running"
      description={`Photographed with its demo workspace open, after it had passed its checks. All rows are samples.${reason ? ` ${reason}` : ''}`}
      actions={
        <div className="flex flex-wrap gap-2">
          <ChoiceSwitch
            label="Theme of the screenshots"
            value={theme}
            onChange={setTheme}
            options={screenshotThemes.map((value) => ({ value, label: themeNames[value] }))}
          />
          <ChoiceSwitch
            label="Device of the screenshots"
            value={device}
            onChange={setDevice}
            options={screenshotDevices.map((value) => ({ value, label: deviceNames[value] }))}
          />
        </div>
      }
    >
      {files.error ? (
        <ErrorState
          title="The screenshots could not be listed"
          error={files.error}
          onRetry={() => void files.refetch()}
          isRetrying={files.isFetching}
        />
      ) : files.data ? (
        <Shots
          images={shown}
          device={device}
          byPath={new Map(files.data.map((artifact) => [artifact.path, artifact]))}
        />
      ) : (
        <Skeleton className="aspect-[1.6] w-full" />
      )}
    </Section>
  );
}

interface ShotsProps {
  images: ProductScreenshot[];
  device: Device;
  byPath: Map<string, Artifact>;
}

/** The most telling page large, the others below it; phones stand side by side. */
function Shots({ images, device, byPath }: ShotsProps) {
  return (
    <ul
      className={cn(
        'grid gap-4',
        device === 'phone' ? 'grid-cols-2 sm:grid-cols-3 lg:grid-cols-5' : 'sm:grid-cols-2',
      )}
    >
      {images.map((image, index) => {
        const artifact = byPath.get(image.path);
        const src = artifact ? toOwnPath(artifact.url) : null;
        const isLarge = device === 'desktop' && index === 0;
        return (
          <li key={image.path} className={cn(isLarge && 'sm:col-span-2')}>
            {src ? (
              <Lightbox src={src} title={image.title} label={`Enlarge ${image.title}`}>
                <img
                  src={src}
                  alt={`${image.title} of the app, ${themeNames[image.theme].toLowerCase()}, on a ${device}`}
                  width={image.width}
                  height={image.height}
                  loading={isLarge ? 'eager' : 'lazy'}
                  className="h-auto w-full"
                />
              </Lightbox>
            ) : (
              <p className="rounded-lg border border-dashed border-line-strong p-6 text-center text-sm text-ink-faint">
                Not in this kit
              </p>
            )}
            <p className="mt-2 flex items-baseline gap-2 text-[13px]">
              <span className="font-medium" dir="auto">
                {image.title}
              </span>
              <code className="truncate font-mono text-xs text-ink-faint">{image.page}</code>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
