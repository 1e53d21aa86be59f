/** Longest text that one fact or one block of a page may carry; a fact is a phrase, not an essay. */
export const maximumBlockLength = 2000;

/**
 * What a reader does not see and a program may trip over: control characters, direction marks (bidi),
 * zero-width characters, soft hyphens, tag characters and halves of surrogate pairs,
 * and the sign that stands for what could not be decoded.
 */
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffd]|\u034f|[\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/** A page's text as data: invisible characters dropped, white space collapsed, cut to a length. */
export function cleanText(text: string, limit = maximumBlockLength): string {
  return text
    .slice(0, limit * 4)
    .replace(invisible, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .slice(0, limit)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
}

const orders =
  /\b(?:ignore|disregard|forget|override)\s+(?:all |any |the |your |of )*(?:previous|prior|above|earlier|system)\b|\b(?:system prompt|you are now|as an ai|new instructions)\b|\b(?:note|notice|message|instructions?|attention|dear|hello|hey)[\s:,]+(?:to |for )?(?:all |any |the )?(?:ais?|llms?|language models?|ai (?:models?|agents?|assistants?|crawlers?|readers?)|chatbots?|assistants?)\b/iu;
const instructions = /\b(?:language model|assistant:)/iu;

/** Whether a text gives orders to a language model: nobody writes so to a visitor. */
export function ordersModel(text: string): boolean {
  return orders.test(text);
}

/**
 * Whether a text speaks to a language model instead of to a visitor. Such a text is never a fact about a
 * product; a product's description that happens to say so is lost, which is the cheaper mistake.
 */
export function addressesModel(text: string): boolean {
  return orders.test(text) || instructions.test(text);
}
