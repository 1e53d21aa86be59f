const onsets = new Set(
  `b c d f g h j k l m n p qu r s t v w y z bl br ch chr cl cr dr dw fl fr gl gr kl kn kr ph phr pl pr sc sch
  scr sh shr sk sl sm sn sp spl spr squ st str sw th thr tr tw wh wr`.split(/\s+/u),
);

const codas = new Set(
  `b c d f g k l m n p r s t v w x z bb ck ct dd ff ft gg ght gn lb ld lf lk ll lm lp lt lth lv mb mm mp mpt nd nch
  ng nk nn nt nth ph pp ps pt rb rch rd rf rg rk rl rm rn rp rph rr rs rst rt rth rv sc sh sk sp ss st ch tch th
  ts tt wk wl wn zz`.split(/\s+/u),
);

const canSplit = (cluster: string): boolean =>
  cluster === '' ||
  Array.from({ length: cluster.length + 1 }, (_, at) => at).some((at) => {
    const [coda, onset] = [cluster.slice(0, at), cluster.slice(at)];
    return (coda === '' || codas.has(coda)) && (onset === '' || onsets.has(onset));
  });

/**
 * Whether a lower-case word can be said by a reader of English: it begins with an onset and ends with a coda of
 * the language, and every run of consonants inside is a coda followed by an onset.
 */
export function isPronounceable(word: string): boolean {
  if (!/^[a-z]+$/u.test(word)) return false;
  // "y" before a vowel and "qu" sound as consonants.
  const sounds = word.replace(/qu/gu, 'q');
  const runs = sounds
    .split(/(?:[aeiou]|(?<!^)y(?![aeiou]))+/u)
    .map((run) => run.replace('q', 'qu'));
  if (runs.length < 2) return false;
  const [first = '', ...rest] = runs;
  const last = rest.pop() ?? '';
  return (
    (first === '' || onsets.has(first)) && (last === '' || codas.has(last)) && rest.every(canSplit)
  );
}

/** The consonant sounds of a run of letters: "ch", "sh", "th", "ck", "ng" and doubled letters are one. */
const soundsIn = (run: string): number =>
  run.replace(/ch|sh|th|ph|ck|ng|wh|qu|([a-z])\1/gu, 'x').length;

/** How hard it is to go from one word to the next without a break: the consonant sounds where they meet. */
export function seamOf(first: string, second: string): number {
  const coda = /[^aeiouy]*$/u.exec(first)?.[0] ?? '';
  const onset = /^[^aeiou]*/u.exec(second)?.[0] ?? '';
  return soundsIn(coda) + soundsIn(onset);
}
