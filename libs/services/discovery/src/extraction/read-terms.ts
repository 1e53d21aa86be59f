import type { Plan } from '@hatchr/contracts';

export type Terms = Pick<Plan, 'period' | 'billed' | 'per'>;

// English, German, French, Spanish. Each pattern is a list of what pages write; none may match less than a
// whole statement, because what is not matched stays null.
const month =
  /(?:\/|\b(?:per|a|each|every|pro|par|al|por|je|im|le)\b)\s*(?:mo|mth|month|monat|mois|mes|maand|mese|mês)\b\.?|\bmonthly\b|\bmonatlich|\bmensuel|\bmensual|\bmtl\b|\/\s*m\b/iu;
const year =
  /(?:\/|\b(?:per|a|each|every|pro|par|al|por|je|im|l['’])\b)\s*(?:yr|year|annum|jahr|an|année|año|jaar|anno|ano)(?![\p{L}])\.?|\b(?:yearly|annually)\b|(?<!\p{L})jährlich|\bannuel|\banual/iu;
const billedYear =
  /\b(?:billed|paid|charged|invoiced|when paid|when billed|pay)\s+(?:\w+\s){0,2}(?:annually|yearly|per year|every year|once a year|by the year)|\b(?:with|on) (?:an )?annual (?:billing|plan|contract|payment)|\bannual billing\b|\bbei jährlicher (?:zahlung|zahlweise|abrechnung)|(?<!\p{L})jährlich (?:abgerechnet|bezahlt)|\bfacturée?s? (?:annuellement|à l['’]année|par an)|\b(?:facturación|pago) anual|\bfacturad[oa]s? (?:anualmente|al año)/iu;
const billedMonth =
  /\b(?:billed|paid|charged|invoiced)\s+(?:\w+\s){0,2}(?:monthly|per month|every month|by the month)|\bbei monatlicher (?:zahlung|zahlweise|abrechnung)|\bmonatlich (?:abgerechnet|bezahlt)|\bfacturée?s? mensuellement|\bfacturad[oa]s? mensualmente/iu;
const once =
  /\bone[- ]time\b|\bpay once\b|\bonce\b|\blifetime\b|\beinmalig|\bpaiement unique|\bune (?:seule )?fois|\bpago único|\bde por vida/iu;
const user =
  /(?:\/|\b(?:per|pro|par|por|je)\b)\s*(?:user|seat|member|editor|agent|person|nutzer|benutzer|mitarbeiter|utilisateur|usuario|persona)s?(?:in)?(?![\p{L}])/iu;
const usage =
  /(?:\/|\b(?:per|pro|par|por|je)\b)\s*((?:[\d.,]{1,9}k? )?(?:additional )?(?:api calls?|requests?|emails?|e-mails?|messages?|sms|minutes?|hours?|transactions?|bookings?|orders?|invoices?|contacts?|credits?|gb|tb|documents?|pages?|images?|events?|buchung|rechnung|réservation|reserva)s?)(?![\p{L}])/iu;

/** What one amount pays for, by the words around it. What the words do not say is null. */
export function readTerms(words: string): Terms {
  const billed = billedYear.test(words) ? 'year' : billedMonth.test(words) ? 'month' : null;
  const rest = words.replace(billedYear, ' ').replace(billedMonth, ' ');
  const [monthAt, yearAt] = [rest.search(month), rest.search(year)];
  const isUser = user.test(rest);
  const base = { billed, per: isUser ? 'user' : null } satisfies Partial<Terms>;
  if (monthAt >= 0 && (yearAt < 0 || monthAt < yearAt)) return { ...base, period: 'month' };
  if (yearAt >= 0) return { ...base, period: 'year' };
  if (once.test(rest)) return { ...base, period: 'one_time' };
  const unit = usage.exec(rest)?.[1];
  if (unit !== undefined) return { billed, per: unit.toLowerCase(), period: 'usage' };
  // "96 billed yearly" without a period of its own is what is charged; the word that says how often says it.
  return { per: base.per, billed: null, period: billed };
}

/** Whether the words right before an amount make it the least of several. */
export function isStartingPrice(before: string): boolean {
  return /(?:\b(?:from|starting at|starting from|starts at|as low as|ab|dès|desde)|à partir de|a partir de)\s*:?\s*$/iu.test(
    before,
  );
}

const otherRightBefore =
  /\b(?:save|saves|saved|saving|spare|sparen|économisez|ahorra|was|instead of|statt|worth|value of|up to|over|bis zu|jusqu['’]à|hasta|add|plus|fee|setup|credit|refund)\s*(?:of\s*)?:?\s*$|\+\s*$/iu;
const otherBefore =
  /\b(?:extra|additional|add-?ons?|overage|minimum|min|at least|mindestens|zusätzlich\w*|supplémentaire\w*|adicional\w*|total)\b/iu;

/** Whether the words before an amount make it something else than the price of a plan. */
export function isOtherAmount(before: string): boolean {
  return otherRightBefore.test(before) || otherBefore.test(before);
}

/** A price block that is one of these words and nothing else is free of charge. */
export const freeWords =
  /^(?:free|free forever|forever free|free for ever|kostenlos|für immer kostenlos|gratuit|gratis|gratuito)[.!]?$/iu;
/** A price block that is one of these and nothing else is a price on request. */
export const requestWords =
  /^(?:custom|custom pricing|custom price|contact us|contact sales|talk to (?:us|sales)|let['’]s talk|get a quote|request a quote|on request|price on request|auf anfrage|preis auf anfrage|individuell|sur devis|sur demande|nous contacter|contactez-nous|contáctanos|a medida|bajo consulta|personalizado)[.!]?$/iu;

const day = String.raw`[\s-]*(?:days?|tagen?|tage|jours?|días?)(?![\p{L}])`;
const trialPatterns = [
  new RegExp(
    String.raw`(?<!\d)(\d{1,3})${day}[^.!?\d]{0,30}?(?:trial|free|kostenlos|gratis|testen|essai|gratuit|prueba)`,
    'iu',
  ),
  new RegExp(
    String.raw`(?:free trial|trial|kostenlos testen|gratis testen|testphase|essai gratuit|essayez gratuitement|prueba gratis|prueba gratuita|try(?: it)? free|free for)[^.!?\d]{0,25}(?<!\d)(\d{1,3})${day}`,
    'iu',
  ),
];

/** Days of a free trial that a text offers; null where it offers none or speaks of money back. */
export function readTrialDays(text: string): number | null {
  if (
    /money[- ]back|refund|guarantee|geld[- ]zurück|garantie|rembours|reembolso|garantía/iu.test(
      text,
    )
  )
    return null;
  for (const pattern of trialPatterns) {
    const days = Number(pattern.exec(text)?.[1] ?? 0);
    if (days > 0 && days <= 365) return days;
  }
  return null;
}
