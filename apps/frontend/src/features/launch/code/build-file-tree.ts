import type { Artifact } from '@hatchr/contracts';

export interface FileNode {
  kind: 'file';
  name: string;
  path: string;
  artifact: Artifact;
}
export interface FolderNode {
  kind: 'folder';
  name: string;
  path: string;
  children: TreeNode[];
}
export type TreeNode = FileNode | FolderNode;

/** Files of the kit as folders, folders first, names in order. Only what is inside the ZIP is given. */
export function buildFileTree(artifacts: Artifact[]): TreeNode[] {
  const root: FolderNode = { kind: 'folder', name: '', path: '', children: [] };
  const folders = new Map<string, FolderNode>([['', root]]);
  const folderAt = (path: string): FolderNode => {
    const known = folders.get(path);
    if (known) return known;
    const cut = path.lastIndexOf('/');
    const folder: FolderNode = { kind: 'folder', name: path.slice(cut + 1), path, children: [] };
    folders.set(path, folder);
    folderAt(cut < 0 ? '' : path.slice(0, cut)).children.push(folder);
    return folder;
  };
  for (const artifact of artifacts) {
    const cut = artifact.path.lastIndexOf('/');
    const name = artifact.path.slice(cut + 1);
    const parent = folderAt(cut < 0 ? '' : artifact.path.slice(0, cut));
    parent.children.push({ kind: 'file', name, path: artifact.path, artifact });
  }
  for (const folder of folders.values()) folder.children.sort(byKindThenName);
  return root.children;
}

function byKindThenName(a: TreeNode, b: TreeNode): number {
  if (a.kind !== b.kind) return a.kind === 'folder' ? -1 : 1;
  return a.name.localeCompare(b.name, 'en');
}

/** Every file whose path contains all words of the query, in any order and case. */
export function searchFiles(artifacts: Artifact[], query: string): Artifact[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return artifacts.filter((artifact) => {
    const path = artifact.path.toLowerCase();
    return words.every((word) => path.includes(word));
  });
}

/** The ZIP and the proof are files of the project, but not files inside the ZIP. */
export const isInsideZip = (artifact: Artifact): boolean =>
  artifact.kind !== 'zip' && artifact.kind !== 'proof';
