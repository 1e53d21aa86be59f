import type {
  Competitor,
  Evidence,
  Lead,
  ProviderReport,
  ServedBy,
  StepContext,
} from '@hatchr/contracts';
import type { ResearchModel } from '../model/research-model.js';
import type { Idea } from '../ranking/read-idea.js';

/** A competitor as one source knows it, before the comparison. */
export interface FoundCompetitor {
  competitor: Competitor;
  /** Features that it is known to have. */
  has: ReadonlySet<string>;
  /** Features that it is known not to have. */
  lacks: ReadonlySet<string>;
  /** Everything that the source says of it, in stems, so that a word can be looked for. */
  stems: ReadonlySet<string>;
  evidence: readonly Evidence[];
  /** Id of the evidence row behind a feature; absent where the rows of its kind as a whole say it. */
  sources?: ReadonlyMap<string, string>;
}

export interface FoundField {
  label: string;
  /** Ids of the features that matter in this field, the most telling first. */
  vocabulary: readonly string[];
}

/** What one source found for an idea. */
export interface CompetitorFindings {
  /** The closest first. Empty where nothing close is known. */
  found: readonly FoundCompetitor[];
  /** The fields that the idea lies in, the closest first. */
  fields: readonly FoundField[];
  /** Stems of the idea's words that name its fields; they are not missing from anyone. */
  namedStems: ReadonlySet<string>;
  /** Label of each feature that is named in `found` or `fields`. */
  featureLabels: ReadonlyMap<string, string>;
  /** One sentence for the page: what was found, or why nothing was. */
  statement: string;
  servedBy: ServedBy;
  /** What was searched for, how each provider did, and what came up beside competitors; where someone was asked. */
  queries?: readonly string[];
  providers?: readonly ProviderReport[];
  leads?: readonly Lead[];
}

/** Knows competitors: the bundled catalogue, or live research on top of it. */
export abstract class CompetitorSource {
  /** Services that words of an idea are sent to, as people know them; none unless a source says so. */
  readonly searchServices: readonly string[] = [];

  /**
   * Competitors that are near the idea.
   * @param model reads along where pages are read; null where there is none
   * @throws AppError `job.cancelled` when the context's signal is aborted.
   */
  abstract find(
    idea: Idea,
    context: StepContext,
    model: ResearchModel | null,
  ): Promise<CompetitorFindings>;
}
