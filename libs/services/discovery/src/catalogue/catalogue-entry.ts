import type { Competitor } from '@hatchr/contracts';

/** One real product. What is not listed is unknown, never "no". */
export interface CatalogueProduct {
  /** Unique in the whole catalogue, kebab-case. */
  id: string;
  name: string;
  url: string;
  /** One factual sentence on what it does; the product's name is its subject. */
  summary: string;
  /** Whom the product says it is for; null where that is not known. */
  audience: string | null;
  /** Feature ids of the category or of the shared list that it is known to have. */
  features: readonly string[];
  /** Feature ids that it is known not to have. Only what is certain. */
  lacks?: readonly string[];
  pricingModel: Competitor['pricingModel'];
  /** Only ever true: where it is absent, the licence is not known to the catalogue. */
  isOpenSource?: true;
  /** Further categories that the product also belongs to. */
  alsoIn?: readonly string[];
}

export interface CatalogueCategory {
  id: string;
  label: string;
  /** Completes the sentence "Both are about ...". */
  topic: string;
  /** Words and phrases that name the field; one of them is enough to recognise it. */
  terms: readonly string[];
  /** Words that are usual in the field; they order results and never decide alone. */
  hints: readonly string[];
  /** The features that matter in this field: id and label. */
  features: Readonly<Record<string, string>>;
  /** Ids of shared features that matter here too. */
  sharedFeatures: readonly string[];
  /** The best known first; the order breaks ties. */
  products: readonly CatalogueProduct[];
}

/** A category with the day by which everything that it says was true, to its writer's knowledge. */
export interface DatedCategory extends CatalogueCategory {
  /** ISO date. */
  asOf: string;
}
