import { tsLiteral } from '../escape/escape-text.js';
import { statusOf } from '../model/app-model.js';
import {
  boundedExpression,
  closingValue,
  firstOf,
  identityOf,
  isClosedExpression,
  labelExpression,
  labelImports,
  named,
  ofType,
  partyOf,
  relationsOf,
  valueOr,
  type FeatureModule,
} from './feature-binding.js';

const importMoney = `import { formatMoney } from '@/lib/format';`;

export const auctionBids: FeatureModule = {
  kind: 'auction_bids',
  fileName: 'auction-bids',
  bind(entity) {
    const amount = named(ofType(entity, 'money'), /amount|bid|offer/u) ?? firstOf(entity, 'money');
    const link = relationsOf(entity).find(
      (field) => field.isRequired && field.target && firstOf(field.target, 'money'),
    );
    const lot = link?.target;
    if (!amount?.isRequired || !link || !lot) return null;
    const prices = ofType(lot, 'money');
    const reserve = named(prices, /reserve|limit|minimum/u);
    const start = named(prices, /start|open|price/u) ?? prices.find((field) => field !== reserve);
    if (!start) return null;
    const placed = ofType(entity, 'datetime').find((field) => field.isRequired);
    const bidder = partyOf(entity, link);
    return {
      entities: [entity, lot],
      imports: ['describeLots', 'judgeLots'],
      extraImports: [importMoney],
      body: `  const [offered, placed] = await Promise.all([db.${lot.key}.list({ limit: 500 }), db.${entity.key}.list({ limit: 5000 })]);
  const lots = offered.map((row) => ({ ${identityOf(lot)}, startingPrice: ${valueOr(start, '0')}, reservePrice: ${reserve ? `row.${reserve.column}` : 'null'}, isClosed: ${isClosedExpression(lot)} }));
  const bids = placed.map((row) => ({ lotId: row.${link.column}, bidder: ${bidder ? labelExpression(entity, bidder, 'Unknown') : `titleOf(${entity.variable}Entity, row, context)`}, amount: row.${amount.column}, placedAt: row.${placed?.column ?? 'created_at'} }));
  return describeLots(judgeLots(lots, bids), formatMoney);`,
    };
  },
};

const shareWords = /share|percent|split|commission/u;

export const payoutSplit: FeatureModule = {
  kind: 'payout_split',
  fileName: 'payout-split',
  bind(entity) {
    const price = named(ofType(entity, 'money'), /price|sold|amount/u) ?? firstOf(entity, 'money');
    const paid = named(ofType(entity, 'boolean'), /paid|settled/u);
    const owner = relationsOf(entity).find(
      (field) => field.target && named(ofType(field.target, 'integer'), shareWords),
    );
    const own = named(ofType(entity, 'integer'), shareWords);
    const party = owner ?? partyOf(entity);
    const target = own ? undefined : owner?.target;
    const share = own ?? (target ? named(ofType(target, 'integer'), shareWords) : undefined);
    if (!price || !paid || !party || !share) return null;
    const sold = statusOf(entity)?.spec.values?.filter(({ value }) => /^sold/u.test(value)) ?? [];
    const isSold =
      sold.length > 0
        ? `${tsLiteral(sold.map(({ value }) => value))}.includes(row.${statusOf(entity)?.column ?? ''} ?? '')`
        : 'true';
    return {
      entities: [entity],
      imports: ['describePayouts', 'splitSales'],
      extraImports: [importMoney],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });${target ? `\n  const shares = new Map((await db.${target.key}.list({ limit: 500 })).map((row) => [row.id, ${valueOr(share, '0')}]));` : ''}
  const sales = rows.map((row) => ({ ${identityOf(entity)}, owner: ${labelExpression(entity, party, 'Unknown')}, price: ${valueOr(price, '0')}, share: ${target ? `shares.get(row.${party.column} ?? '') ?? 0` : valueOr(share, '0')}, isSold: ${isSold}, isPaidOut: row.${paid.column} === true }));
  return describePayouts(splitSales(sales), formatMoney);`,
      action: {
        names: ['pay'],
        entity,
        body: `  await db.${entity.key}.update(row.id, { ${paid.column}: true });`,
      },
    };
  },
};

const neededWords = /need|goal|reward|full|target/u;

export const stampCard: FeatureModule = {
  kind: 'stamp_card',
  fileName: 'stamp-card',
  bind(entity) {
    const numbers = ofType(entity, 'integer').filter((field) => field.isRequired);
    const stamps = named(numbers, /stamp|point|visit|punch|collected/u);
    const own = numbers.find((field) => field !== stamps && neededWords.test(field.column));
    const programme = relationsOf(entity).find(
      (field) => field.target && named(ofType(field.target, 'integer'), neededWords),
    );
    const target = own ? undefined : programme?.target;
    const needed = own ?? (target ? named(ofType(target, 'integer'), neededWords) : undefined);
    if (!stamps || !needed) return null;
    const value = target
      ? `needs.get(row.${programme?.column ?? ''} ?? '') ?? 10`
      : `row.${needed.column}`;
    const needs = target
      ? `  const needs = new Map((await db.${target.key}.list({ limit: 200 })).map((row) => [row.id, ${valueOr(needed, '10')}]));\n`
      : '';
    return {
      entities: [entity],
      imports: ['describeCards', 'readCards'],
      body: `  const rows = await db.${entity.key}.list({ limit: 2000 });
${needs}  const cards = rows.map((row) => ({ ${identityOf(entity)}, stamps: row.${stamps.column}, needed: ${value} }));
  return describeCards(readCards(cards));`,
      action: {
        names: ['stamp', 'redeem'],
        entity,
        imports: ['stampsAfterReward'],
        body: `${needs}  const stamps = action === 'stamp' ? row.${stamps.column} + 1 : stampsAfterReward(row.${stamps.column}, ${value});
  await db.${entity.key}.update(row.id, { ${stamps.column}: ${boundedExpression(stamps, 'stamps')} });`,
      },
    };
  },
};

export const pickList: FeatureModule = {
  kind: 'pick_list',
  fileName: 'pick-list',
  bind(entity) {
    const quantity = firstOf(entity, 'integer');
    const status = statusOf(entity);
    const product = relationsOf(entity).find(
      (field) =>
        field.target && named(ofType(field.target, 'text'), /bin|shelf|aisle|place|location/u),
    );
    const picked =
      status?.spec.values?.find(({ value }) => /pick|pack/u.test(value) && !/^to_/u.test(value))
        ?.value ?? closingValue(entity);
    const goods = product?.target;
    if (!quantity?.isRequired || !status || !product || !goods || !picked) return null;
    const place = named(ofType(goods, 'text'), /bin|shelf|aisle|place|location/u);
    const stock = named(ofType(goods, 'integer'), /hand|stock|quantity|count/u);
    const order = partyOf(entity, product);
    const values = status.spec.values?.map(({ value }) => value) ?? [];
    const done = values.slice(values.indexOf(picked));
    return {
      entities: [entity, goods],
      imports: ['describePicks', 'planPicks'],
      extraImports: labelImports(order),
      body: `  const [rows, shelf] = await Promise.all([db.${entity.key}.list({ limit: 1000 }), db.${goods.key}.list({ limit: 1000 })]);
  const shelves = new Map(shelf.map((row) => [row.id, row]));
  const lines = rows.map((row) => {
    const goods = shelves.get(row.${product.column} ?? '');
    return { id: row.id, href: \`${entity.route}/\${row.id}\`, title: ${order ? labelExpression(entity, order, '') : `titleOf(${entity.variable}Entity, row, context)`}, product: goods ? titleOf(${goods.variable}Entity, goods, context) : 'Unknown', place: ${place ? `goods?.${place.column} ?? ''` : `''`}, quantity: row.${quantity.column}, onHand: ${stock ? `goods?.${stock.column} ?? null` : 'null'}, isPicked: ${tsLiteral(done)}.includes(row.${status.column} ?? '') };
  });
  return describePicks(planPicks(lines), lines.length);`,
      action: {
        names: ['pick'],
        entity,
        body: `  await db.${entity.key}.update(row.id, { ${status.column}: ${tsLiteral(picked)} });`,
      },
    };
  },
};
