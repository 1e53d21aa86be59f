'use client';
import type { ProductSpec } from '@hatchr/contracts';
import type { ReactNode } from 'react';
import { Section } from '@/components/layout/section';
import { Card } from '@/components/ui/card';
import { toWords } from '@/lib/format';
import { EditField, LinesField } from './edit-field';
import { iconOptions } from './entity-form';
import type { SpecDraft } from './use-spec-draft';

const tones = ['calm', 'bold', 'playful', 'precise', 'warm'] as const;

/** Names, promise and brand of the product. */
export function WordsForm({ draft: { spec, change } }: { draft: SpecDraft }) {
  const text = (key: 'name' | 'tagline' | 'summary' | 'audience', label: string) => (
    <EditField
      path={key}
      label={label}
      isLong={key === 'summary'}
      value={spec[key]}
      onChange={(value) => {
        change({ ...spec, [key]: value });
      }}
    />
  );
  const brand = (key: 'primary' | 'accent', label: string) => (
    <EditField
      path={`brand.${key}`}
      label={label}
      value={spec.brand[key]}
      onChange={(value) => {
        change({ ...spec, brand: { ...spec.brand, [key]: value.toLowerCase() } });
      }}
    />
  );
  return (
    <Section title="Name and promise">
      <Card className="grid gap-4 p-5 sm:grid-cols-2">
        {text('name', 'Product name')}
        {text('audience', 'Audience')}
        <div className="sm:col-span-2">{text('tagline', 'Tagline')}</div>
        <div className="sm:col-span-2">{text('summary', 'Summary')}</div>
        <ColourRow colour={spec.brand.primary}>{brand('primary', 'Primary colour')}</ColourRow>
        <ColourRow colour={spec.brand.accent}>{brand('accent', 'Accent colour')}</ColourRow>
        <EditField
          path="brand.icon"
          label="Brand icon"
          options={iconOptions}
          value={spec.brand.icon}
          onChange={(icon) => {
            change({ ...spec, brand: { ...spec.brand, icon } });
          }}
        />
        <EditField
          path="brand.tone"
          label="Tone"
          options={tones.map((tone) => [tone, toWords(tone)])}
          value={spec.brand.tone}
          onChange={(tone) => {
            const chosen = tone as ProductSpec['brand']['tone'];
            change({ ...spec, brand: { ...spec.brand, tone: chosen } });
          }}
        />
      </Card>
    </Section>
  );
}

function ColourRow({ colour, children }: { colour: string; children: ReactNode }) {
  return (
    <div className="flex items-start gap-3">
      <span
        aria-hidden
        className="mt-[1.85rem] size-9 shrink-0 rounded-md border border-line-strong"
        style={{ backgroundColor: /^#[0-9a-f]{6}$/.test(colour) ? colour : 'transparent' }}
      />
      <div className="flex-1">{children}</div>
    </div>
  );
}

/** What the product does: its feature, what strangers see of it, and what it leaves out. */
export function BehaviourForm({ draft: { spec, change } }: { draft: SpecDraft }) {
  const { feature, nonGoals, publicPage, assistant } = spec;
  const part = <K extends 'publicPage' | 'assistant'>(
    key: K,
    value: NonNullable<ProductSpec[K]>,
  ) => {
    change({ ...spec, [key]: value });
  };
  return (
    <Section title="Feature">
      <Card className="grid gap-4 p-5">
        <EditField
          path="feature.name"
          label="Feature name"
          value={feature.name}
          onChange={(name) => {
            change({ ...spec, feature: { ...feature, name } });
          }}
        />
        <EditField
          path="feature.description"
          label="Feature description"
          isLong
          value={feature.description}
          onChange={(description) => {
            change({ ...spec, feature: { ...feature, description } });
          }}
        />
        {publicPage && (
          <EditField
            path="publicPage.title"
            label="Title of the public page"
            value={publicPage.title}
            onChange={(title) => {
              part('publicPage', { ...publicPage, title });
            }}
          />
        )}
        {assistant && (
          <EditField
            path="assistant.name"
            label="Name of the assistant"
            value={assistant.name}
            onChange={(name) => {
              part('assistant', { ...assistant, name });
            }}
          />
        )}
        <div className="border-t border-line pt-4">
          <LinesField
            path="nonGoals"
            label="Left out on purpose"
            lines={nonGoals}
            onChange={(lines) => {
              change({ ...spec, nonGoals: lines });
            }}
          />
        </div>
      </Card>
    </Section>
  );
}
