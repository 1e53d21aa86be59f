import type { Account } from '../account/account.schema.js';
import type {
  GenerateInput,
  GenerateOutput,
  Job,
  JobPage,
  JobUpdate,
  PageInput,
} from '../jobs/job.schema.js';
import type {
  Artifact,
  Project,
  ProjectFile,
  ProjectFileInput,
  ProjectIdInput,
  ProjectPage,
  ShareInput,
} from '../projects/project.schema.js';
import type { Proof, ProofVerification } from '../proofs/proof.schema.js';

/** Who is calling. Guests are users too: a guest session is made on first use. */
export interface Caller {
  userId: string;
  role: 'user' | 'admin';
}

/** Jobs, implemented by the backend. Every method answers `job.not_found` for a job of someone else. */
export interface GenerationApi {
  generate(caller: Caller, input: GenerateInput): Promise<GenerateOutput>;
  status(caller: Caller, jobId: string): Promise<Job>;
  /** Every update after `afterSeq`, then live ones until the job ends or `signal` aborts. */
  watch(
    caller: Caller,
    jobId: string,
    afterSeq: number,
    signal: AbortSignal,
  ): AsyncIterable<JobUpdate>;
  list(caller: Caller, page: PageInput): Promise<JobPage>;
  cancel(caller: Caller, jobId: string): Promise<Job>;
  /** Starts again at the failed step; finished steps are kept. */
  retry(caller: Caller, jobId: string): Promise<Job>;
}

/** Projects, implemented by the backend. Every method answers `project.not_found` for what the caller may not see. */
export interface ProjectApi {
  project(caller: Caller, input: ProjectIdInput): Promise<Project>;
  list(caller: Caller, page: PageInput): Promise<ProjectPage>;
  files(caller: Caller, input: ProjectIdInput): Promise<Artifact[]>;
  file(caller: Caller, input: ProjectFileInput): Promise<ProjectFile>;
  delete(caller: Caller, projectId: string): Promise<void>;
  share(caller: Caller, input: ShareInput): Promise<Project>;
}

/** Proofs are public: whoever holds a digest may ask about it. */
export interface ProofApi {
  find(digest: string): Promise<Proof | null>;
  verify(digest: string): Promise<ProofVerification>;
}

export interface AccountApi {
  me(caller: Caller): Promise<Account>;
}

/** All that the router delegates to. */
export interface HatchrApi {
  generation: GenerationApi;
  projects: ProjectApi;
  proofs: ProofApi;
  account: AccountApi;
}
