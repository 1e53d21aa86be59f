import type {
  Account,
  AttributeAnswer,
  AttributeInput,
  AttributeRequest,
  IdentityAnswer,
  IdentityRequest,
  IdentityRequestInput,
} from '../account/account.schema.js';
import type { Instance } from '../instance/instance.schema.js';
import type {
  GenerateInput,
  GenerateOutput,
  Job,
  JobPage,
  JobUpdate,
  PageInput,
} from '../jobs/job.schema.js';
import type {
  ModelSettings,
  RemoveModelKeyInput,
  SetModelKeyInput,
} from '../models/model-settings.schema.js';
import type {
  Artifact,
  Project,
  ProjectFile,
  ProjectFileInput,
  ProjectIdInput,
  ProjectPage,
  ShareInput,
} from '../projects/project.schema.js';
import type {
  CompareFileInput,
  CompareInput,
  Comparison,
  DraftSpec,
  DraftSpecInput,
  FileComparison,
  RegenerateInput,
  RestoreInput,
  Revision,
} from '../revisions/revision.schema.js';
import type {
  RestyleAbout,
  RestyleAnswer,
  RestyleChangeInput,
  RestyleStarted,
  RestyleStartInput,
  RestyleWatchInput,
} from '../restyle/restyle.schema.js';
import type { ProofDocument } from '../proofs/proof-document.js';
import type {
  FounderAnchorInput,
  FounderAnchorReport,
  FounderAnchorRequest,
  Proof,
  ProofVerification,
  VerifyPresentedInput,
} from '../proofs/proof.schema.js';

/** Who is calling. Guests are users too: a guest session is made on first use. */
export interface Caller {
  userId: string;
  role: 'user' | 'admin';
}

/** Jobs, implemented by the backend. Every method answers `job.not_found` for a job of someone else. */
export interface GenerationApi {
  generate(caller: Caller, input: GenerateInput): Promise<GenerateOutput>;
  /**
   * Makes the next revision of the caller's project from an edited specification. Answers `project.not_found`,
   * `project.regenerating` while one is being made, or `project.too_many_revisions`.
   */
  regenerate(caller: Caller, input: RegenerateInput): Promise<GenerateOutput>;
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

/**
 * Revisions of a project, implemented by the backend; for the owner only. Every method answers `project.not_found`
 * to anyone else and `revision.not_found` for a number that the project does not have.
 */
export interface RevisionApi {
  /** Newest first. */
  list(caller: Caller, projectId: string): Promise<Revision[]>;
  compare(caller: Caller, input: CompareInput): Promise<Comparison>;
  /** Answers `artifact.not_found` for a file that neither revision has. */
  compareFile(caller: Caller, input: CompareFileInput): Promise<FileComparison>;
  /** Makes an older revision the current one again; none is lost. */
  restore(caller: Caller, input: RestoreInput): Promise<Project>;
  /** Fills in blank names of an edited specification and says what is wrong with it; stores nothing. */
  draft(caller: Caller, input: DraftSpecInput): Promise<DraftSpec>;
}

/** Proofs are public: whoever holds a digest may ask about it. */
export interface ProofApi {
  find(digest: string): Promise<Proof | null>;
  verify(digest: string): Promise<ProofVerification>;
  /** Checks a proof that someone brings, from here or from anywhere; `unknown` where it says nothing of the digest. */
  verifyPresented(input: VerifyPresentedInput): Promise<ProofVerification>;
  /** The proof as a document to keep; null where there is none. */
  document(digest: string): Promise<ProofDocument | null>;
}

/**
 * Proofs that a founder's own account signs, for projects of the caller. Answers `proof.account_needed` to who has shown
 * no account, `proof.founder_pending` while an earlier transaction is on its way, and `project.not_found`.
 */
export interface FounderAnchorApi {
  /** What the wallet is to send. With `isSponsored` the operator pays, or `proof.not_sponsored` is the answer. */
  prepare(caller: Caller, input: FounderAnchorInput): Promise<FounderAnchorRequest>;
  /** Takes down the transaction that the wallet has sent. It counts once the chain has confirmed it. */
  report(caller: Caller, input: FounderAnchorReport): Promise<Proof>;
}

export interface AccountApi {
  me(caller: Caller): Promise<Account>;
  /** What the wallet of an account is to sign. Answers `identity.unavailable` where no chain is configured. */
  startVerification(caller: Caller, input: IdentityRequestInput): Promise<IdentityRequest>;
  /** Links the account whose keys signed it. Answers `identity.refused` for anything else. */
  verify(caller: Caller, answer: IdentityAnswer): Promise<Account>;
  /** Forgets the linked account. */
  unlink(caller: Caller): Promise<Account>;
  /**
   * What the wallet is to prove of the identity behind the linked account. Answers `identity.attribute_off` for what
   * this instance does not ask for, and `proof.account_needed` to who has linked none.
   */
  startAttribute(caller: Caller, input: AttributeInput): Promise<AttributeRequest>;
  /** Keeps the fact that was proved. Answers `identity.attribute_refused` for anything else. */
  showAttribute(caller: Caller, answer: AttributeAnswer): Promise<Account>;
  /** Forgets the fact. */
  removeAttribute(caller: Caller, input: AttributeInput): Promise<Account>;
}

/**
 * Live redrawing of a launch video, for its owner. Answers `restyle.unavailable` where it is off, `restyle.ended` for a
 * session that is over or of someone else, and `provider.*` where the service refuses.
 */
export interface RestyleApi {
  about(): RestyleAbout;
  /** Begins a session with the pictures that a browser offers. */
  start(caller: Caller, input: RestyleStartInput): Promise<RestyleStarted>;
  /** Gives the redrawn pictures; `provider.unavailable` while there are none yet. */
  watch(caller: Caller, input: RestyleWatchInput): Promise<RestyleAnswer>;
  change(caller: Caller, input: RestyleChangeInput): Promise<void>;
  stop(caller: Caller, sessionId: string): Promise<void>;
}

/** Language models as a person meets them: whose is used, and keys of their own, which are never given back. */
export interface ModelsApi {
  settings(caller: Caller): Promise<ModelSettings>;
  /**
   * Keeps a key, in place of an earlier one for the provider. Answers `model.keys_unavailable` where this instance takes
   * none and `provider.key_refused` where the provider does not know it.
   */
  setKey(caller: Caller, input: SetModelKeyInput): Promise<ModelSettings>;
  removeKey(caller: Caller, input: RemoveModelKeyInput): Promise<ModelSettings>;
}

/** What everyone may know of the instance. */
export interface InstanceApi {
  about(): Promise<Instance>;
}

/** All that the router delegates to. */
export interface HatchrApi {
  generation: GenerationApi;
  projects: ProjectApi;
  revisions: RevisionApi;
  restyle: RestyleApi;
  proofs: ProofApi;
  founderAnchors: FounderAnchorApi;
  account: AccountApi;
  models: ModelsApi;
  instance: InstanceApi;
}
