'use client';
import type { Competitor, DiscoveryResult, Evidence } from '@hatchr/contracts';
import { Check, X } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { Popover, PopoverTrigger } from '@/components/ui/popover';
import { EvidenceList } from './evidence-popover';

type Cell = 'yes' | 'no' | 'unknown';

const word = { yes: 'Yes', no: 'No', unknown: 'Unknown' } as const satisfies Record<Cell, string>;

interface FeatureMatrixProps {
  discovery: DiscoveryResult;
  evidence: Map<string, Evidence>;
}

/**
 * Features down, products across; each known cell opens its source. Colour is never the only sign: each cell has its
 * own shape and word.
 */
export function FeatureMatrix({ discovery, evidence }: FeatureMatrixProps) {
  const rows = new Map(discovery.matrix.map((row) => [row.competitorId, row]));
  return (
    <Card
      className="relative overflow-x-auto"
      role="region"
      aria-label="Feature matrix"
      tabIndex={0}
    >
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line">
            <th
              scope="col"
              className="sticky start-0 bg-surface px-4 py-3 sm:px-5 text-start text-[13px] font-medium text-ink-faint"
            >
              Feature
            </th>
            {discovery.competitors.map((competitor) => (
              <th
                key={competitor.id}
                scope="col"
                className="min-w-24 px-2 py-3 text-center wrap-anywhere sm:min-w-28 sm:px-3 text-[13px] font-medium"
                dir="auto"
              >
                {competitor.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {discovery.features.map((feature) => (
            <tr key={feature.id} className="not-last:border-b not-last:border-line">
              <th
                scope="row"
                className="sticky start-0 min-w-36 bg-surface px-4 py-2.5 sm:min-w-40 sm:px-5 text-start font-normal text-ink-soft wrap-anywhere"
              >
                {feature.label}
              </th>
              {discovery.competitors.map((competitor) => (
                <td key={competitor.id} className="px-2 py-2.5 text-center sm:px-3">
                  <MatrixCell
                    about={`${competitor.name}, ${feature.label}`}
                    cell={rows.get(competitor.id)?.cells[feature.id] ?? 'unknown'}
                    items={sourcesOf(competitor, rows.get(competitor.id), feature.id, evidence)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}

type Row = DiscoveryResult['matrix'][number];

/** The fact behind a cell; where none is named, what is known of the competitor's features as a whole. */
function sourcesOf(
  { id, evidenceIds }: Competitor,
  row: Row | undefined,
  featureId: string,
  evidence: Map<string, Evidence>,
): Evidence[] {
  const own = row?.sources?.[featureId];
  const kind = row?.cells[featureId] === 'no' ? 'lacks' : 'features';
  const ids = own ? [own] : evidenceIds.filter((other) => other === `${id}.${kind}`);
  return ids.flatMap((other) => evidence.get(other) ?? []);
}

interface MatrixCellProps {
  about: string;
  cell: Cell;
  items: Evidence[];
}

function MatrixCell({ about, cell, items }: MatrixCellProps) {
  if (items.length === 0) return <CellSign cell={cell} />;
  return (
    <Popover>
      <PopoverTrigger asChild>
        <button
          type="button"
          className="rounded-full"
          aria-label={`${about}: ${word[cell]}. Source`}
        >
          <CellSign cell={cell} />
        </button>
      </PopoverTrigger>
      <EvidenceList about={about} items={items} />
    </Popover>
  );
}

function CellSign({ cell }: { cell: Cell }) {
  return (
    <>
      <span aria-hidden className="inline-grid size-6 place-items-center align-middle">
        {cell === 'yes' && (
          <span className="grid size-6 place-items-center rounded-full bg-good-tint text-good">
            <Check className="size-3.5" />
          </span>
        )}
        {cell === 'no' && <X className="size-4 text-bad" />}
        {cell === 'unknown' && <span className="text-ink-faint">?</span>}
      </span>
      <span className="sr-only">{word[cell]}</span>
    </>
  );
}
