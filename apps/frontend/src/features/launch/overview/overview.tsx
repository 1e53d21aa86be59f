import type { Project } from '@hatchr/contracts';
import { Section } from '@/components/layout/section';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import type { ProjectRef } from '../project-ref';
import { Downloads } from './downloads';
import { EntityCards } from './entity-cards';
import { PageList } from './page-list';
import { Pricing } from './pricing';
import { ScreenshotGallery } from './screenshot-gallery';
import { SpecFacts } from './spec-facts';
import { UserFlows } from './user-flows';
import { VerificationGates } from './verification-gates';

/** What was built, from the one description that everything in the kit is made of. */
export function Overview({ project, reference }: { project: Project; reference: ProjectRef }) {
  const { spec } = project;
  return (
    <>
      <ScreenshotGallery screenshots={project.screenshots} reference={reference} />
      <Section title="Built and checked" description={project.verification.reason}>
        <VerificationGates report={project.verification} />
      </Section>
      <Section title="Stack" description="Exact versions; the lockfile is in the ZIP.">
        <ul className="flex flex-wrap gap-2">
          {project.stack.map(({ name, version }) => (
            <li
              key={name}
              className="flex items-baseline gap-2 rounded-md border border-line bg-surface px-3 py-1.5 text-sm shadow-card"
            >
              {name}
              <span className="tabular font-mono text-xs text-ink-faint">{version}</span>
            </li>
          ))}
        </ul>
      </Section>
      <Section title="What makes it this product">
        <Card className="p-5">
          <div className="flex flex-wrap items-center gap-2">
            <h3 className="font-semibold tracking-[-0.01em]" dir="auto">
              {spec.feature.name}
            </h3>
            {spec.feature.usesModel && <Badge>Uses a language model when you set a key</Badge>}
          </div>
          <p className="mt-2 max-w-3xl text-sm text-ink-soft" dir="auto">
            {spec.feature.description}
          </p>
        </Card>
      </Section>
      <Section
        title="Data"
        description="Each becomes a table with row-level security: a row is seen by the user who owns it and nobody else."
      >
        <EntityCards entities={spec.entities} />
      </Section>
      <Section title="Pages">
        <PageList pages={spec.pages} />
      </Section>
      <Section title="User flows" description="Each acceptance criterion is a test in the kit.">
        <UserFlows flows={spec.flows} />
      </Section>
      <Section title="Pricing">
        <Pricing pricing={spec.pricing} />
      </Section>
      <Section title="The thinking behind it">
        <SpecFacts spec={spec} />
      </Section>
      <Downloads project={project} reference={reference} />
    </>
  );
}
