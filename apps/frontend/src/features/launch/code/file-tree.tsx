'use client';
import type { Artifact } from '@hatchr/contracts';
import { ChevronRight, FileText, Folder, FolderOpen, Search } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/lib/class-names';
import type { FolderNode, TreeNode } from './build-file-tree';

interface FileTreeProps {
  nodes: TreeNode[];
  /** The files that match the search, null while there is none. */
  found: Artifact[] | null;
  query: string;
  onQuery: (query: string) => void;
  openPath: string;
  onOpen: (path: string) => void;
  count: number;
}

export function FileTree(props: FileTreeProps) {
  const { nodes, found, query, onQuery, openPath, onOpen, count } = props;
  return (
    <nav
      aria-label="Files"
      className="flex max-h-80 min-h-0 flex-col overflow-hidden rounded-lg border border-line bg-surface shadow-card md:max-h-none"
    >
      <div className="relative border-b border-line">
        <Search
          className="pointer-events-none absolute start-3.5 top-3 size-4 text-ink-faint"
          aria-hidden
        />
        <input
          type="search"
          aria-label="Search file names"
          placeholder={`Search ${String(count)} files`}
          value={query}
          onChange={(event) => {
            onQuery(event.target.value);
          }}
          className="h-10 w-full rounded-t-lg bg-transparent ps-10 pe-3 text-sm placeholder:text-ink-faint focus-visible:-outline-offset-2"
        />
      </div>
      <div className="min-h-0 flex-1 overflow-auto p-2">
        {found ? (
          <FoundFiles found={found} openPath={openPath} onOpen={onOpen} />
        ) : (
          <Nodes nodes={nodes} depth={0} openPath={openPath} onOpen={onOpen} />
        )}
      </div>
      <p className="sr-only" role="status">
        {found && `${String(found.length)} files found`}
      </p>
    </nav>
  );
}

const rowStyle =
  'flex h-8 w-full items-center gap-2 rounded-md px-2 text-start text-[13px] text-ink-soft transition-colors hover:bg-sunken hover:text-ink focus-visible:-outline-offset-2 dark:hover:bg-raised aria-[current=true]:bg-shell-tint aria-[current=true]:font-medium aria-[current=true]:text-shell-strong';

interface OpenProps {
  openPath: string;
  onOpen: (path: string) => void;
}

function FoundFiles({ found, openPath, onOpen }: OpenProps & { found: Artifact[] }) {
  if (found.length === 0)
    return <p className="px-2 py-3 text-[13px] text-ink-faint">No file name contains that.</p>;
  return (
    <ul>
      {found.map(({ path }) => (
        <li key={path}>
          <button
            type="button"
            className={cn(rowStyle, 'h-auto min-h-8 py-1 wrap-anywhere')}
            aria-current={path === openPath}
            onClick={() => {
              onOpen(path);
            }}
          >
            {path}
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Indentation of each level (px). */
const indent = 14;

function Nodes({ nodes, depth, ...open }: OpenProps & { nodes: TreeNode[]; depth: number }) {
  return (
    <ul>
      {nodes.map((node) => (
        <li key={node.path}>
          {node.kind === 'folder' ? (
            <FolderRow folder={node} depth={depth} {...open} />
          ) : (
            <button
              type="button"
              className={rowStyle}
              style={{ paddingInlineStart: depth * indent + 26 }}
              aria-current={node.path === open.openPath}
              title={node.path}
              onClick={() => {
                open.onOpen(node.path);
              }}
            >
              <FileText className="size-3.5 shrink-0 text-ink-faint" aria-hidden />
              <span className="truncate">{node.name}</span>
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}

function FolderRow({ folder, depth, ...open }: OpenProps & { folder: FolderNode; depth: number }) {
  const [isOpen, setIsOpen] = useState(() => open.openPath.startsWith(`${folder.path}/`));
  const Icon = isOpen ? FolderOpen : Folder;
  return (
    <>
      <button
        type="button"
        className={rowStyle}
        style={{ paddingInlineStart: depth * indent + 8 }}
        aria-expanded={isOpen}
        onClick={() => {
          setIsOpen(!isOpen);
        }}
      >
        <ChevronRight
          className={cn(
            'size-3 shrink-0 text-ink-faint transition-transform',
            isOpen && 'rotate-90',
          )}
          aria-hidden
        />
        <Icon className="size-3.5 shrink-0 text-shell" aria-hidden />
        <span className="truncate">{folder.name}</span>
      </button>
      {isOpen && <Nodes nodes={folder.children} depth={depth + 1} {...open} />}
    </>
  );
}
