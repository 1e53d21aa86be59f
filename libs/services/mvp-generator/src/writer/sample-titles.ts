/** Believable titles of demo rows by entity name, where "Sample thing 1" would say too little. */
export const sampleTitles: Readonly<Record<string, readonly string[]>> = {
  service: [
    'Intro consultation',
    'Full session',
    'Follow-up visit',
    'Group workshop',
    'Express slot',
  ],
};
