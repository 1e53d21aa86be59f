// What a short text column of this name usually holds. Names end in "Sample" and codes begin with S, so that a demo
// row can be taken for nobody's data.
const people = ['Ada', 'Noor', 'Mateo', 'Ines', 'Kofi', 'Yuki'].map((name) => `${name} Sample`);
const places = ['Front room', 'Shelf B2', 'Store room', 'By the door', 'Upstairs', 'Shed'];
const codes = ['S-1001', 'S-1002', 'S-1003', 'S-1004', 'S-1005', 'S-1006'];

const known: readonly (readonly [RegExp, readonly string[]])[] = [
  [
    /responsible|lead$|assigned|chair$|manager|captain|approver|auditor|borrower|interviewer|carer|cook$|teacher|maker$|artist|contractor|composer|asked_of|brought_by/u,
    people,
  ],
  [
    /kept_at|location|place|shelf|stored|storage|room|stand$|garage|hangs|area|found_at|lost_at/u,
    places,
  ],
  [
    /station|stop$|pick_up|destination|route|gets_in/u,
    ['North gate', 'Main square', 'Old bridge', 'Harbour', 'Market hall', 'South car park'],
  ],
  [/serial|sku|plate|number|asset_tag|^code$|^lot$|accession|reference|^mark$/u, codes],
  [/^unit$|pack_size|amount/u, ['piece', 'kg', 'box', 'litre', 'pack', 'metre']],
  [/version/u, ['1.4', '1.5', '2.0', '2.1', '2.2', '3.0']],
  [
    /team|segment|category|topic|subject|standard|skills/u,
    ['General', 'Basics', 'Advanced', 'Seasonal', 'Special', 'Open'],
  ],
  [/grade|level/u, ['Beginner', 'Intermediate', 'Advanced', 'Beginner', 'Expert', 'Intermediate']],
  [/colou?r/u, ['Blue', 'Green', 'Natural', 'Red', 'Grey', 'Yellow']],
  [
    /breed|species|variety|manufacturer|brand|model|product|instrument|part$|lens/u,
    ['Type A', 'Type B', 'Type C', 'Type D', 'Type E', 'Type F'],
  ],
  [
    /opening_hours|usual_days|period/u,
    ['Mon to Fri', 'Weekends', 'Tue and Thu', 'Every day', 'Mornings', 'Evenings'],
  ],
];

/** Believable short texts for a column, by its name; undefined where the name says nothing. */
export function wordsFor(column: string): readonly string[] | undefined {
  return known.find(([pattern]) => pattern.test(column))?.[1];
}
