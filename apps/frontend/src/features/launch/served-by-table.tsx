import { stepKeys, type Project, type ServedBy, type StepKey } from '@hatchr/contracts';
import { Section } from '@/components/layout/section';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { OutsideLink } from '@/components/ui/outside-link';
import { costOfStep, livepeerBiller, modelCostOfStep, nothing, type Cost } from './cost-of-step';
import { ModelUseSummary } from './model-use-summary';

const nameOfStep = {
  discovery: 'Finding competitors',
  mvp: 'Building the MVP',
  marketing: 'Deck, images and copy',
  packaging: 'Packing the ZIP',
  identity: 'Recording the proof',
} as const satisfies Record<StepKey, string>;

/** Which provider did each step, at what cost, and why that one. */
export function ServedByTable({ project }: { project: Project }) {
  const { servedBy, hostedVideo } = project;
  return (
    <Section
      title="Who served each step"
      description="Every step can be done by an outside provider or by what Hatchr brings along. This is what happened for this kit. What a provider bills is between it and whoever holds its key."
    >
      <Card
        className="relative overflow-x-auto"
        tabIndex={0}
        role="region"
        aria-label="Providers by step"
      >
        <table className="w-full min-w-180 text-start text-sm">
          <thead>
            <tr className="border-b border-line text-[13px] text-ink-faint">
              <th scope="col" className="px-5 py-3 text-start font-medium">
                Step
              </th>
              <th scope="col" className="px-5 py-3 text-start font-medium">
                Provider
              </th>
              <th scope="col" className="px-5 py-3 text-start font-medium">
                Mode
              </th>
              <th scope="col" className="px-5 py-3 text-start font-medium">
                Cost
              </th>
              <th scope="col" className="px-5 py-3 text-start font-medium">
                Why
              </th>
            </tr>
          </thead>
          <tbody>
            {stepKeys.map((key) => (
              <Row
                key={key}
                name={nameOfStep[key]}
                served={servedBy[key]}
                cost={costOfStep(key, project)}
                modelCost={modelCostOfStep(key, project)}
              />
            ))}
            {hostedVideo.status !== 'off' && (
              <Row
                name="Hosting the video"
                served={{ provider: 'Livepeer Studio', mode: 'live', reason: hostedVideo.reason }}
                cost={{ kind: 'billed', by: [livepeerBiller] }}
              />
            )}
          </tbody>
        </table>
      </Card>
      <ModelUseSummary use={project.modelUse} />
    </Section>
  );
}

interface RowProps {
  name: string;
  served: ServedBy;
  cost: Cost;
  modelCost?: string | null;
}

function Row({ name, served, cost, modelCost = null }: RowProps) {
  const isLive = served.mode === 'live';
  return (
    <tr className="align-top not-last:border-b not-last:border-line">
      <th scope="row" className="px-5 py-3.5 text-start font-medium whitespace-nowrap">
        {name}
      </th>
      <td className="px-5 py-3.5 whitespace-nowrap text-ink-soft">{served.provider}</td>
      <td className="px-5 py-3.5">
        <Badge tone={isLive ? 'shell' : 'neutral'}>{isLive ? 'Live' : 'Embedded'}</Badge>
      </td>
      <td className="px-5 py-3.5 text-ink-soft">
        {/* Where the model is all that cost something, its amount stands alone. */}
        {(modelCost === null || cost !== nothing) && <CostCell cost={cost} />}
        {modelCost !== null && <span className="tabular block">{modelCost}</span>}
      </td>
      <td className="px-5 py-3.5 text-ink-soft">{served.reason}</td>
    </tr>
  );
}

function CostCell({ cost }: { cost: Cost }) {
  if (cost.kind === 'amount') return <span className="tabular">{cost.text}</span>;
  return (
    <ul>
      {cost.by.map(({ name, url }) => (
        <li key={name}>Billed by {url ? <OutsideLink href={url}>{name}</OutsideLink> : name}</li>
      ))}
    </ul>
  );
}
