export interface IdeaQualifier {
  /** Feature whose presence answers it. */
  featureId: string;
  /** Further features that answer it, by the beginning of their id. */
  prefixes: readonly string[];
  /** How a sentence asks for it. */
  pattern: RegExp;
  /** Completes "is known to ...". */
  phrase: string;
}

/** Qualities that founders name in a sentence, and the features of the catalogue that answer them. */
export const ideaQualifiers: readonly IdeaQualifier[] = [
  {
    featureId: 'ai-assistant',
    prefixes: [
      'ai-',
      'prompt-to-app',
      'text-to-image',
      'own-model',
      'agent-edits',
      'chat-in-editor',
    ],
    pattern: /\bai\b|\bgpt\b|\bllm\b|artificial intelligence|machine learning|\bki\b/iu,
    phrase: 'offer AI assistance',
  },
  {
    featureId: 'offline',
    prefixes: ['offline', 'local-'],
    pattern: /\boffline\b|without (?:an? )?(?:internet|network|connection)/iu,
    phrase: 'work offline',
  },
  {
    featureId: 'open-source',
    prefixes: [],
    pattern: /open[- ]source/iu,
    phrase: 'be open source',
  },
  {
    featureId: 'self-hosting',
    prefixes: [],
    pattern: /self[- ]host/iu,
    phrase: 'run on one’s own server',
  },
  {
    featureId: 'end-to-end-encryption',
    prefixes: ['end-to-end-'],
    pattern: /\bencrypt|\bprivacy\b|\bprivate\b/iu,
    phrase: 'encrypt end to end',
  },
  {
    featureId: 'mobile-app',
    prefixes: ['native-mobile'],
    pattern:
      /\bmobile\b|\biphone\b|\bandroid\b|\bios\b|\bsmartphone\b|on (?:the|your|their) phone/iu,
    phrase: 'have a mobile app',
  },
  {
    featureId: 'multi-language',
    prefixes: [],
    pattern: /multi-?lingual|several languages|many languages/iu,
    phrase: 'support several languages',
  },
  { featureId: 'api', prefixes: [], pattern: /\bapis?\b/iu, phrase: 'offer a public API' },
  {
    featureId: 'gamification',
    prefixes: ['streaks'],
    pattern: /gamif|\bstreaks?\b|\bbadges?\b|\bpoints\b/iu,
    phrase: 'use points, streaks or badges',
  },
  {
    featureId: 'online-payments',
    prefixes: ['deposits', 'no-show-protection'],
    pattern: /\bpayments?\b|\bdeposits?\b|\bpay online\b/iu,
    phrase: 'take payments online',
  },
  {
    featureId: 'reminders',
    prefixes: [
      'habit-reminders',
      'dose-reminders',
      'watering-reminders',
      'payment-reminders',
      'vaccine-reminders',
    ],
    pattern: /\bremind/iu,
    phrase: 'send automatic reminders',
  },
];

/** The qualities that a sentence asks for. */
export function listAskedQualifiers(sentence: string): IdeaQualifier[] {
  return ideaQualifiers.filter(({ pattern }) => pattern.test(sentence));
}

/** Whether one of these features answers a quality. */
export function answersQualifier(
  { featureId, prefixes }: IdeaQualifier,
  featureIds: Iterable<string>,
): boolean {
  return [...featureIds].some(
    (id) => id === featureId || prefixes.some((prefix) => id.startsWith(prefix)),
  );
}
