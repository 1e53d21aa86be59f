import { stepKeys, type Project, type StepKey } from '@hatchr/contracts';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Section } from './section';

const nameOfStep = {
  discovery: 'Finding competitors',
  mvp: 'Building the MVP',
  marketing: 'Deck, images and copy',
  packaging: 'Packing the ZIP',
  identity: 'Recording the proof',
} as const satisfies Record<StepKey, string>;

// What a provider charges is between it and whoever holds the key; nothing here meters it.
const costOf = { embedded: 'Nothing', live: 'As its provider bills' };

/** Which provider did each step, at what cost, and why that one. */
export function ServedByTable({ servedBy }: { servedBy: Project['servedBy'] }) {
  return (
    <Section
      title="Who served each step"
      description="Every step can be done by an outside provider or by what Hatchr brings along. This is what happened for this kit."
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
              <tr key={key} className="align-top not-last:border-b not-last:border-line">
                <th scope="row" className="px-5 py-3.5 text-start font-medium whitespace-nowrap">
                  {nameOfStep[key]}
                </th>
                <td className="px-5 py-3.5 whitespace-nowrap text-ink-soft">
                  {servedBy[key].provider}
                </td>
                <td className="px-5 py-3.5">
                  <Badge tone={servedBy[key].mode === 'live' ? 'shell' : 'neutral'}>
                    {servedBy[key].mode === 'live' ? 'Live' : 'Embedded'}
                  </Badge>
                </td>
                <td className="px-5 py-3.5 text-ink-soft">{costOf[servedBy[key].mode]}</td>
                <td className="px-5 py-3.5 text-ink-soft">{servedBy[key].reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
    </Section>
  );
}
