/** A project, and the token of the shared link it was opened with, as every project call takes it. */
export interface ProjectRef {
  projectId: string;
  shareToken?: string;
  /** An older revision, for its owner; the current one where it is absent. */
  revision?: number;
}
