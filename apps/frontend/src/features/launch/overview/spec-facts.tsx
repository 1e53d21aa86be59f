import type { ProductSpec } from '@hatchr/contracts';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';

/** The parts of the description that are words rather than tables. */
export function SpecFacts({ spec }: { spec: ProductSpec }) {
  return (
    <Card>
      <dl>
        <Row label="Problem">{spec.problem}</Row>
        <Row label="Audience">{spec.audience}</Row>
        <Row label="Roles">
          <Lines lines={spec.roles.map((role) => `${role.label}: ${role.description}`)} />
        </Row>
        {spec.positioning.length > 0 && (
          <Row label="Positioning">
            <Lines lines={spec.positioning.map(({ claim }) => claim)} />
          </Row>
        )}
        {spec.constraints.length > 0 && (
          <Row label="From your sentence">
            <Lines lines={spec.constraints} />
          </Row>
        )}
        {spec.nonGoals.length > 0 && (
          <Row label="Left out on purpose">
            <Lines lines={spec.nonGoals} />
          </Row>
        )}
        <Row label="Brand">
          <span className="flex flex-wrap items-center gap-x-5 gap-y-2">
            <Swatch colour={spec.brand.primary} />
            <Swatch colour={spec.brand.accent} />
            <span className="capitalize">{spec.brand.tone}</span>
          </span>
        </Row>
      </dl>
    </Card>
  );
}

function Row({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-1 px-5 py-3.5 text-sm not-first:border-t not-first:border-line sm:grid-cols-[11rem_minmax(0,1fr)]">
      <dt className="text-ink-faint">{label}</dt>
      <dd className="max-w-3xl text-ink-soft" dir="auto">
        {children}
      </dd>
    </div>
  );
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="space-y-1">
      {lines.map((line) => (
        <li key={line} dir="auto">
          {line}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ colour }: { colour: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span
        aria-hidden
        className="size-4 rounded-full border border-line"
        style={{ backgroundColor: colour }}
      />
      <code className="font-mono text-[13px]">{colour}</code>
    </span>
  );
}
