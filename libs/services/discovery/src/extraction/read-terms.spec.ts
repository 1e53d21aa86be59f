import { describe, expect, it } from '@jest/globals';
import { readAudiencePhrase } from './find-audience.js';
import { readPlanName } from './read-plan-name.js';
import { isOtherAmount, isStartingPrice, readTerms, readTrialDays } from './read-terms.js';

describe('readTerms', () => {
  it.each<[string, ReturnType<typeof readTerms>['period'], 'month' | 'year' | null, string | null]>(
    [
      ['/mo', 'month', null, null],
      ['per month', 'month', null, null],
      ['/ user / mo', 'month', null, 'user'],
      ['per seat per month', 'month', null, 'user'],
      ['/month, billed annually', 'month', 'year', null],
      ['a month when paid yearly', 'month', 'year', null],
      ['billed yearly', 'year', null, null],
      ['per year', 'year', null, null],
      ['pro Monat', 'month', null, null],
      ['pro Nutzer / Monat, jährlich abgerechnet', 'month', 'year', 'user'],
      ['pro Jahr', 'year', null, null],
      ['par mois', 'month', null, null],
      ['par an', 'year', null, null],
      ['par mois, facturé annuellement', 'month', 'year', null],
      ['al mes', 'month', null, null],
      ['por usuario al mes', 'month', null, 'user'],
      ['al año', 'year', null, null],
      ['one-time payment', 'one_time', null, null],
      ['einmalig', 'one_time', null, null],
      ['per 1,000 emails', 'usage', null, '1,000 emails'],
      ['every 3 months', null, null, null],
      ['per week', null, null, null],
      ['for everyone', null, null, null],
      ['', null, null, null],
    ],
  )('reads "%s"', (words, period, billed, per) => {
    expect(readTerms(words)).toEqual({ period, billed, per });
  });

  it('tells the least of several prices and amounts that are no price', () => {
    for (const words of ['from ', 'Starting at ', 'ab ', 'à partir de ', 'desde '])
      expect([words, isStartingPrice(words)]).toEqual([words, true]);
    expect(isStartingPrice('Starter: ')).toBe(false);
    for (const words of ['Save ', 'worth ', 'up to ', 'statt ', '2.9% + '])
      expect([words, isOtherAmount(words)]).toEqual([words, true]);
    expect(isOtherAmount('Starter: ')).toBe(false);
  });
});

describe('readTrialDays', () => {
  it.each<[string, number | null]>([
    ['14-day free trial', 14],
    ['Try free for 30 days', 30],
    ['Start your free trial of 7 days', 7],
    ['30 Tage kostenlos testen', 30],
    ['Essai gratuit de 14 jours', 14],
    ['Prueba gratis de 15 días', 15],
    ['30-day money-back guarantee', null],
    ['Free trial', null],
    ['Delivered within 5 days', null],
    ['Answered in 2 days. Free for schools.', null],
  ])('reads "%s" as %s', (text, days) => {
    expect(readTrialDays(text)).toBe(days);
  });
});

describe('readPlanName', () => {
  it.each<[string, string | null]>([
    ['Starter', 'Starter'],
    ['Pro Most popular', 'Pro'],
    ['Team (recommended)', 'Team'],
    ['Pay as you go', 'Pay as you go'],
    ['Lifetime', 'Lifetime'],
    ['Free', 'Free'],
    ['Pricing', null],
    ['Monthly', null],
    ['Which plan is right for you?', null],
    ['Everything in Pro', null],
    ['Contact sales', null],
    ['$9', null],
    ['We grow with the size of your team.', null],
  ])('reads "%s" as %s', (text, name) => {
    expect(readPlanName(text)).toBe(name);
  });
});

describe('readAudiencePhrase', () => {
  it.each<[string, string | null]>([
    ['Scheduling for freelancers', 'freelancers'],
    ['Built for small teams who hate meetings', 'small teams'],
    ['The booking tool made for barbers, salons and spas', 'barbers'],
    ['Buchhaltung für Vereine', 'Vereine'],
    ['Free for everyone', null],
    ['Sign up for free', null],
    ['Made for your business', null],
    ['Ready for the way you work', null],
    ['Search for answers', null],
  ])('reads "%s" as %s', (sentence, audience) => {
    expect(readAudiencePhrase(sentence)).toBe(audience);
  });
});
