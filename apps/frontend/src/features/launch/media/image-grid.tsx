import type { Artifact, LaunchKit } from '@hatchr/contracts';
import { toOwnPath } from '@/lib/web-url';
import { DownloadLink } from './download-link';
import { Lightbox } from './lightbox';

interface ImageGridProps {
  images: LaunchKit['images'];
  byPath: Map<string, Artifact>;
}

export function ImageGrid({ images, byPath }: ImageGridProps) {
  return (
    <ul className="grid grid-cols-1 gap-x-4 gap-y-8 sm:grid-cols-2 lg:grid-cols-3">
      {images.map((image) => {
        const artifact = byPath.get(image.path);
        const src = artifact ? toOwnPath(artifact.url) : null;
        return (
          <li key={image.path}>
            {src && (
              <Lightbox src={src} title={image.label} label={`Enlarge ${image.label}`}>
                <img
                  src={src}
                  alt={image.label}
                  width={image.width}
                  height={image.height}
                  loading="lazy"
                  className="aspect-[1.6] w-full object-contain p-3"
                />
              </Lightbox>
            )}
            <div className="mt-3 flex items-start justify-between gap-3">
              <div className="min-w-0">
                <p className="text-sm font-medium wrap-anywhere">{image.label}</p>
                <p className="tabular text-[13px] text-ink-faint">
                  {image.width} × {image.height}
                </p>
              </div>
              <DownloadLink artifact={artifact} label={formatOf(image.path)} />
            </div>
            {image.servedBy && (
              <p className="mt-1 text-[13px] text-ink-faint">{image.servedBy.reason}</p>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const formatOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toUpperCase();
