import { describe, expect, it } from '@jest/globals';
import { productSpecSchema, promptSchema } from '@hatchr/contracts';
import fc from 'fast-check';
import { noDiscovery } from './no-discovery.fixture.js';
import { planProduct } from './plan-product.js';

const plan = (prompt: string) => planProduct(prompt, noDiscovery());
const names = (prompt: string): string[] => plan(prompt).entities.map((entity) => entity.name);

describe('planProduct', () => {
  it.each([
    ['Invoice reminders for plumbers in Portland', 'due_reminders', ['client', 'invoice']],
    ['Split rent and bills with roommates', 'split_balances', ['roommate', 'expense']],
    ['a habit tracker', 'streaks', ['habit', 'check_in']],
    ['A marketplace where neighbours swap seeds', 'matching', ['listing', 'request', 'seed']],
    ['An inventory for small bakeries', 'low_stock', ['stock_item', 'supplier']],
    ['RSVP page for wedding guests', 'capacity', ['rsvp']],
    ['Feature requests and a public roadmap for SaaS founders', 'vote_ranking', ['request']],
    ['uptime monitoring for developers', 'uptime', ['monitor', 'check']],
    ['Landlords track rent payments of tenants', 'due_reminders', ['rent_payment', 'tenant']],
    ['Meal planning and pantry for families', 'low_stock', ['recipe', 'pantry_item']],
    ['Membership fees for a sailing club', 'renewals', ['membership', 'member']],
    ['Online courses about pottery', 'progress', ['course', 'lesson', 'pottery']],
    ['collect customer reviews and ratings', 'rating_summary', ['review']],
    ['Appointment booking for barbers', 'free_slots', ['service']],
  ])('knows the domain of “%s”', (prompt, feature, entities) => {
    expect(plan(prompt).feature.kind).toBe(feature);
    expect(names(prompt)).toEqual(expect.arrayContaining(entities));
  });

  it.each([
    [
      'Help beekeepers track hives, inspections and honey harvests',
      ['hive', 'inspection', 'honey_harvest'],
    ],
    ['An app that helps court reporters track exhibits and hearings', ['exhibit', 'hearing']],
    ['escape room booking with waivers and game masters', ['escape_room', 'waiver', 'game_master']],
    [
      'Track my worm bins: feedings, temperatures and moves',
      ['worm_bin', 'feeding', 'temperature'],
    ],
    ['a platform for rocket clubs to log batteries and launches', ['battery', 'launch']],
  ])('makes entities of words that no domain covers: “%s”', (prompt, expected) => {
    expect(names(prompt)).toEqual(expect.arrayContaining(expected));
  });

  it('gives each kind of thing the fields and view of its kind', () => {
    const { entities } = plan('Help beekeepers track hives and inspections and donations');
    const view = Object.fromEntries(entities.map((entity) => [entity.name, entity.view]));
    expect(view).toMatchObject({ hive: 'gallery', inspection: 'calendar', donation: 'board' });
    const donation = entities.find((entity) => entity.name === 'donation');
    expect(donation?.fields.map((field) => field.type)).toContain('money');
  });

  it('uses the sentence’s own word for the people a domain serves', () => {
    expect(names('Appointment booking with patients')).toContain('patient');
    expect(names('Appointment booking with guests')).not.toContain('client');
  });

  it('names the people after those who are served, not after those who run it', () => {
    expect(names('Booking for patients')).toContain('patient');
    expect(names('CRM for donors')).toContain('donor');
    expect(names('Invoicing for plumbers')).not.toContain('plumber');
  });

  it('reads a known product as what it is about and not as a thing', () => {
    expect(names('Uber for dog walkers')).toContain('booking');
    expect(names('like Trello but for film crews')).not.toContain('like');
    expect(names('Airbnb for kilns')).toContain('kiln');
    expect(names('Uber for dog walkers')).not.toContain('uber');
  });

  it.each([
    ['Like Strava but for wheelchair athletes', ['activity', 'route']],
    ['Letterboxd for silent films', ['film', 'review']],
    ['Think Pinterest, but for tile makers', ['board', 'pin']],
  ])('takes what a known product is about where no domain has it: “%s”', (prompt, expected) => {
    const text = JSON.stringify(plan(prompt).entities).toLowerCase();
    for (const word of expected) expect(text).toContain(word);
    expect(text).not.toMatch(/strava|letterboxd|pinterest/u);
  });

  it.each([
    ['Bird sightings for nature reserves', /booking/u],
    ['3D printing job queue for a makerspace', /candidate|applica/u],
    ['Snag list for new apartments', /rent|tenant/u],
    ['Help desk for a university IT department', /university|department/u],
    ['Meal planner with a shopping list for families of five', /five|recipe/u],
    ['Recipe costing for food trucks', /truck|fuel/u],
    ['AI assistant that sorts support emails for online shops', /sorts/u],
    ['I run a clinic with four therapists, patients book a slot themselves', /four|themsel/u],
    ['Reservas de mesas para restaurantes pequeños', /para|pequen/u],
    ['Agenda de aulas para professores de música', /para|agenda/u],
    ['Carnet de recettes familiales', /familial|carnet/u],
    ['Afsprakenplanner voor kappers', /voor|kapper/u],
  ])('makes nothing of the words of “%s” that name no thing of its own', (prompt, foreign) => {
    expect(names(prompt).filter((name) => foreign.test(name))).toEqual([]);
  });

  it('makes no thing of a verb', () => {
    expect(names('Track parcels from packed to shipped')).toContain('parcel');
    expect(names('Track parcels from packed to shipped').join(' ')).not.toMatch(/packed|shipped/u);
    expect(names('Help parents find babysitters who speak French')).not.toContain('speak_french');
  });

  it('takes the audience from the sentence and does not mistake it for the subject', () => {
    expect(plan('AI that writes newsletters for real estate agents').audience).toBe(
      'real estate agents',
    );
    expect(names('AI that writes newsletters for real estate agents')[0]).toBe('newsletter');
    expect(names('AI that writes newsletters for real estate agents')).not.toContain('agent');
    expect(plan('dentists book patients online').audience).toBe('dentists');
  });

  it('keeps prices and limits that are stated and invents none', () => {
    const stated = plan(
      'Invoice reminders for plumbers in Portland at $29/month for up to 50 clients',
    );
    expect(stated.pricing).toMatchObject({
      source: 'prompt',
      currency: 'USD',
      plans: [{ amount: 2900, period: 'month' }],
    });
    expect(stated.constraints).toEqual(['in Portland', '$29/month', 'up to 50 clients']);
    const open = plan('Invoice reminders for plumbers');
    expect(open.pricing.source).toBe('undecided');
    expect(open.pricing.plans.every((item) => item.amount === null)).toBe(true);
    expect(plan('Find gifts under $20').pricing.source).toBe('undecided');
  });

  it.each([
    ['Eine App für Hundebesitzer, um Spaziergänge zu planen', 'de', 'Spaziergänge'],
    ['美容室の予約管理アプリ', 'ja', '美容室'],
    ['تطبيق لإدارة المرضى في العيادة', 'ar', 'العيادة'],
    ['Une application pour les fromagers et leurs fromages', 'fr', 'Fromage'],
    ['Приложение для учёта пчёл', 'ru', 'Учёта'],
  ])('keeps the words of %s', (prompt, language, label) => {
    const spec = plan(prompt);
    expect(spec.language).toBe(language);
    expect(spec.entities.map((entity) => entity.label)).toContain(label);
  });

  it.each([
    ['Invoices for plumbers (draft, sent, reminded, paid)', 'invoice', 'Draft,Sent,Reminded,Paid'],
    ['Orders for a jam maker: draft, paid, packed, shipped', 'order', 'Draft,Paid,Packed,Shipped'],
    ['Track oil paintings from sketch to sold', 'oil_painting', 'Sketch,In progress,Sold'],
    ['Freight quotes from inquiry to delivered', 'quote', 'Inquiry,In progress,Delivered'],
  ])('gives what “%s” is about the steps that it states', (prompt, name, labels) => {
    const entity = plan(prompt).entities.find((candidate) => candidate.name === name);
    const status = entity?.fields.find((field) => field.name === 'status');
    expect(status?.values?.map(({ label }) => label).join()).toBe(labels);
  });

  it.each([
    ['Invoice reminders for plumbers', 'Call-out', 'invoice'],
    ['Help desk for a university IT department', 'Device', 'ticket'],
  ])('gives “%s” what its trade works on', (prompt, label, hub) => {
    const { entities } = plan(prompt);
    const work = entities.find((entity) => entity.label === label);
    const turnsOn = entities.find((entity) => entity.name === hub);
    expect(turnsOn?.fields.map(({ target }) => target)).toContain(work?.name);
    expect(work?.sampleTitles?.length).toBeGreaterThan(3);
  });

  it.each([
    ['Meteorite collection with origin', ['meteorite', 'history_entry']],
    ['Porcelain doll lists for two sisters', ['porcelain_doll_list', 'porcelain_doll']],
    ['Fossil map', ['fossil', 'spot', 'find']],
    ['Cactus care reminders', ['cactus', 'care_task']],
  ])('puts around the thing of “%s” what belongs to it', (prompt, expected) => {
    const spec = plan(prompt);
    expect(spec.entities.map(({ name }) => name)).toEqual(expect.arrayContaining(expected));
    expect(spec.feature.kind).not.toBe('attention_digest');
  });

  it('rents out one list of things, of the kinds that the sentence lists', () => {
    const { entities } = plan('Ski rental: skis, boots and helmets');
    const item = entities.find(({ name }) => name === 'rental_item');
    const kinds = item?.fields.find(({ name }) => name === 'kind')?.values;
    expect(kinds?.map(({ label }) => label)).toEqual(['Skis', 'Boots', 'Helmets']);
    expect(entities).toHaveLength(3);
  });

  it.each([
    ['Goodreads for board games', ['Board game', 'Review']],
    ['Letterboxd for cheese', ['Cheese', 'Review']],
    ['Werkzeugverleih für Nachbarn', ['Member', 'Werkzeug', 'Loan']],
    ['Fietsenverhuur', ['Customer', 'Fietsen', 'Rental']],
    ['Find a babysitter who speaks French', ['Babysitter', 'Sitting request', 'Sitting']],
  ])('keeps in “%s” %j and no more', (prompt, labels) => {
    expect(plan(prompt).entities.map(({ label }) => label)).toEqual(labels);
  });

  it('takes a date for a field of the thing before it', () => {
    const { entities } = plan('Violin appraisals with pickup date');
    expect(entities.map(({ name }) => name)).not.toContain('pickup_date');
    const field = entities
      .flatMap(({ fields }) => fields)
      .find(({ name }) => name === 'pickup_date');
    expect(field?.type).toBe('date');
  });

  it('tells the limits of a sentence in the summary', () => {
    expect(plan('Kayak tours, max 8 seats, for kids under 12').summary).toMatch(
      /8 seats.*under 12/u,
    );
  });

  it('coins the same name for the same prompt, never one of a competitor', () => {
    const prompt = 'Invoice reminders for plumbers';
    const first = plan(prompt).name;
    expect(plan(prompt).name).toBe(first);
    const competitor = {
      id: 'c',
      name: first.toUpperCase(),
      url: 'https://example.com',
      domain: 'example.com',
      summary: '',
      audience: null,
      category: '',
      featureIds: [],
      pricingModel: null,
      relevance: 1,
      reasons: [],
      evidenceIds: [],
    };
    expect(planProduct(prompt, noDiscovery({ competitors: [competitor] })).name).not.toBe(first);
    expect(plan('A garden planner called Sprout').name).toBe('Sprout');
  });

  it('sets an assistant only where the sentence asks for AI', () => {
    expect(plan('AI that summarises support tickets').assistant?.kind).toBe('summarise');
    expect(plan('Support tickets for a school').assistant).toBeUndefined();
  });

  it.each([
    ['A smart home inventory for renters', undefined],
    ['Automatically sort receipts by month', undefined],
    ['GPT copilot that drafts replies to reviews', 'Draft replies to reviews'],
    ['AI-powered app that writes newsletters for real estate agents', 'Write newsletters'],
    ['AI that triages support tickets', 'Sort support tickets'],
    ['Una app per dare i libri ai bambini', undefined],
  ])('words the assistant of “%s” as %s', (prompt, name) => {
    expect(plan(prompt).assistant?.name).toBe(name);
    expect(plan(prompt).feature.usesModel).toBe(false);
  });

  it.each([
    ['A booking page for piano lessons', 'booking'],
    ['A portfolio of artworks for potters', 'listing'],
    ['A status page for web developers who run monitors', 'status'],
    ['RSVP page for wedding guests', 'rsvp'],
    ['Feature requests and a public roadmap for SaaS founders', 'roadmap'],
    ['A private diary of dreams', undefined],
  ])('gives “%s” a public page of kind %s', (prompt, kind) => {
    const spec = plan(prompt);
    expect(spec.publicPage?.kind).toBe(kind);
    const page = spec.pages.find(({ view }) => view === 'public');
    const entity = spec.entities.find(({ name }) => name === spec.publicPage?.entity);
    expect(page?.entity).toBe(entity?.name);
    expect(page?.path).toBe(entity ? `/p/${entity.plural.replaceAll('_', '-')}` : undefined);
    expect(page?.isPublic).toBe(kind ? true : undefined);
  });

  it('claims only what evidence supports', () => {
    const evidence = {
      id: 'e1',
      competitorId: 'c',
      claim: 'x',
      source: 'page' as const,
      url: 'https://example.com',
      asOf: '2026-11-01',
      snippet: null,
      snippetHash: null,
      confidence: 1,
    };
    const discovery = noDiscovery({
      evidence: [evidence],
      gaps: [
        { id: 'g1', statement: 'None works offline.', evidenceIds: ['e1', 'gone'] },
        { id: 'g2', statement: 'Guess.', evidenceIds: ['gone'] },
      ],
    });
    expect(planProduct('Invoice reminders', discovery).positioning).toEqual([
      { claim: 'None works offline.', evidenceIds: ['e1'] },
    ]);
  });

  it('puts the gap of the chosen angle first, word for word as its sources are filed', () => {
    const evidence = ['e1', 'e2'].map((id) => ({
      ...{ id, competitorId: 'c', claim: 'x', source: 'page' as const, snippet: null },
      ...{ url: 'https://example.com', asOf: '2026-11-01', snippetHash: null, confidence: 1 },
    }));
    const gaps = ['e1', 'e2'].map((id) => ({
      ...{ id: `gap.${id}`, statement: `None of the 5 products compared is known to ${id}.` },
      evidenceIds: [id],
    }));
    const angle = { id: 'angle.e2', gapId: 'gap.e2', title: 'x', statement: 'x' };
    const angles = [{ ...angle, evidenceIds: ['e2'] }];
    const spec = planProduct('Invoice reminders', noDiscovery({ evidence, gaps, angles }));
    expect(spec.positioning.map(({ claim, evidenceIds }) => [claim, evidenceIds])).toEqual(
      [gaps[1], gaps[0]].map((gap) => [gap?.statement, gap?.evidenceIds]),
    );
  });

  it.each([
    'asdf qwer zxcv',
    '🚀🚀🚀',
    '<script>alert(1)</script> "q" `rm -rf /` ${x}',
    '....',
    '123 456',
    "'; drop table users; --",
    '🍕🍕🍕 💸',
    'مرحبا بالعالم، تطبيق لإدارة النوادي',
    'אפליקציה לניהול ספרייה',
    '<b>Bold</b> <img src=x onerror=alert(1)> tracker',
    'list list list list of lists: list, list (draft, list, sent)',
    'a -> b -> c -> d -> e',
    'from to from to: , , ,',
    'very long words and more '.repeat(79),
    'a'.repeat(2000),
    'constructor prototype settings dashboard profile',
  ])('makes a valid spec of %s', (prompt) => {
    expect(productSpecSchema.safeParse(plan(prompt)).success).toBe(true);
  });

  it('makes a valid spec of any text', () => {
    const word = fc.constantFrom(
      'booking',
      'invoice',
      'settings',
      'users',
      'id',
      'class',
      'date',
      'for',
      'dogs',
      'and',
      'patients',
      'clients',
      'rooms',
      '予約',
      'für',
      'Termine',
      '🚀',
      '$5/month',
      '"',
      "'",
      '`',
      '${x}',
      '<b>',
      ':',
      ',',
      'called',
      'Error',
      'map',
      'fees',
      'recipes',
      'tasks',
      'listings',
    );
    const sentence = fc
      .array(word, { minLength: 1, maxLength: 25 })
      .map((words) => words.join(' '));
    const text = fc.oneof(sentence, fc.string({ unit: 'grapheme', minLength: 3, maxLength: 300 }));
    fc.assert(
      fc.property(text, (prompt) => {
        const given = promptSchema.safeParse(prompt);
        fc.pre(given.success);
        const spec = plan(given.data);
        expect(
          spec.entities.every((entity) =>
            ['table', 'board', 'calendar', 'gallery', 'timeline', 'thread', 'chart'].includes(
              entity.view,
            ),
          ),
        ).toBe(true);
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
