import type { AppModel } from '../model/app-model.js';
import type { CodeSlot } from './code-slot.js';

export const sectionPath = 'src/components/landing/own-section.tsx';
const landingPage = 'src/app/page.tsx';

const test = `import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { OwnSection } from '@/components/landing/own-section';

const markup = renderToStaticMarkup(createElement(OwnSection));
const text = markup.replace(/<[^>]*>/g, ' ').replace(/\\s+/g, ' ').trim();

describe('the section of the landing page that is like no other', () => {
  it('is one section with a heading that names it', () => {
    const label = /^<section[^>]* aria-labelledby="([\\w-]+)"/.exec(markup)?.[1];
    expect(label).toBeDefined();
    expect(markup.match(/<h2[ >]/g)).toHaveLength(1);
    expect(markup).toMatch(new RegExp(\`<h2[^>]* id="\${label}"\`));
    expect(markup.match(/<section/g)).toHaveLength(1);
  });
  it('holds words and no more than a screen of them', () => {
    expect(text.length).toBeGreaterThan(80);
    expect(text.length).toBeLessThan(2500);
    expect(text).not.toMatch(/undefined|NaN|\\[object|lorem ipsum/i);
  });
  it('loads nothing, leads nowhere and runs nothing', () => {
    expect(markup).not.toMatch(/<(?:a|img|script|style|iframe|form|input|button|link|video|audio)[ >]/);
    expect(markup).not.toMatch(/ (?:style|href|src|on\\w+)=/);
  });
});
`;

const instructions = `You write one React component of a web app: the section of its landing page that shows this trade and no other. For example a week of the buyer before and after, the steps of one real piece of work, or what is kept about one thing, as a small table or a list of figures of speech from that trade.

Answer with the file (.tsx) and nothing else.
- Export exactly one function: export function OwnSection(). It takes no properties, uses no hooks and returns one <section> with aria-labelledby="own" and className="border-t border-line px-4 py-20 sm:px-6"; inside it one <div className="mx-auto max-w-6xl"> and in that first <h2 id="own" className="text-2xl font-semibold tracking-tight text-balance sm:text-3xl">.
- Imports, where needed: import { Icon } from '@/components/icon'; import { Badge, Card } from '@/components/ui/card';
- Elements: section div h2 h3 p ul ol li dl dt dd span strong em figure figcaption table thead tbody tr th td caption. Attributes: className (one plain string), id, key, scope, name and tone (of Icon and Badge), role, aria-*. No links, pictures, styles, scripts, forms or handlers, and no <li> without a list.
- Colours come from these classes alone: text-muted, text-brand-text, bg-subtle, bg-surface, bg-brand-soft, border-line, border-brand-line, divide-line. Other classes of Tailwind are for space, size and layout.
- Lists of words stand in constants at the top, with a key for each item. No computed member access, no classes, no async, no comments that switch tools. The compiler and the linter are strict.
- 60 to 250 words, plain English, sentence case. Invent nothing: no customers, quotes, figures, prices, integrations or guarantees. Only what the data says that the product does.`;

/** A section of the landing page that is written for this product alone. */
export function sectionSlot({ spec }: AppModel): CodeSlot {
  const { name, tagline, summary, problem, audience, category, feature, flows, entities } = spec;
  const about = {
    ...{ name, tagline, summary, problem, audience, category },
    feature: { name: feature.name, description: feature.description },
    keeps: entities.map(({ labelPlural, description, fields }) => ({
      labelPlural,
      description,
      fields: fields.map(({ label }) => label),
    })),
    flows: flows.map((flow) => ({ name: flow.name, steps: flow.steps })),
  };
  return {
    subject: 'Own section of the landing page',
    path: sectionPath,
    exportName: 'OwnSection',
    imports: {
      '@/components/icon': ['Icon'],
      '@/components/ui/card': ['Badge', 'Card'],
    },
    isMarkup: true,
    contract: [],
    test: { path: 'tests/own-section.test.ts', content: test },
    instructions,
    data: [{ label: 'The product', text: JSON.stringify(about) }],
    sentence: spec.prompt,
  };
}

/** The landing page with the section after the steps; the page as it is where there is no place for it. */
export function withOwnSection(path: string, content: string): string {
  if (path !== landingPage) return content;
  return content
    .replace(
      `import { PlanCards,`,
      `import { OwnSection } from '@/components/landing/own-section';\nimport { PlanCards,`,
    )
    .replace('      <Steps />\n', '      <Steps />\n      <OwnSection />\n');
}
