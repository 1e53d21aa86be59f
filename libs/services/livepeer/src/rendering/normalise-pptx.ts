import JSZip from 'jszip';

/** Stands for "no date": the earliest that a ZIP can hold. */
const fixedDate = new Date(Date.UTC(1980, 0, 1));
const fixedStamp = '1980-01-01T00:00:00Z';

/**
 * The same package with `eastAsian` as the font of Han, kana and Hangul and with fixed dates, so that equal decks have equal bytes, and with each line of the notes as its
 * own paragraph (the writer puts them all into one). Workbooks inside (the data of charts) are treated alike.
 */
export async function normalisePptx(bytes: Uint8Array, eastAsian: string): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(bytes);
  const target = new JSZip();
  for (const entry of Object.values(source.files)) {
    if (entry.dir) continue;
    target.file(entry.name, await normalisedPart(entry, eastAsian), {
      date: fixedDate,
      createFolders: false,
    });
  }
  return target.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'UNIX',
  });
}

async function normalisedPart(
  entry: JSZip.JSZipObject,
  eastAsian: string,
): Promise<Uint8Array | string> {
  if (entry.name.endsWith('.xlsx'))
    return normalisePptx(await entry.async('uint8array'), eastAsian);
  if (entry.name.endsWith('docProps/core.xml'))
    return (await entry.async('string')).replace(
      /(<dcterms:(created|modified)[^>]*>)[^<]*/gu,
      `$1${fixedStamp}`,
    );
  if (/ppt\/slides\/[^/]+\.xml$/u.test(entry.name))
    return (await entry.async('string')).replace(
      /<a:ea typeface="[^"]*"[^>]*\/>/gu,
      `<a:ea typeface="${eastAsian}"/>`,
    );
  if (/ppt\/charts\/[^/]+\.xml$/u.test(entry.name))
    return plainCategories(await entry.async('string'));
  if (/ppt\/notesSlides\/[^/]+\.xml$/u.test(entry.name))
    return paragraphsOfNotes(await entry.async('string'));
  return entry.async('uint8array');
}

/** Labels of one level as such: the writer nests them, and not every reader looks for them there. */
function plainCategories(xml: string): string {
  return xml.replace(/<\/?c:lvl>/gu, '').replace(/c:multiLvlStr(Ref|Cache)/gu, 'c:str$1');
}

function paragraphsOfNotes(xml: string): string {
  return xml.replace(
    /<a:p><a:r>(<a:rPr[^>]*\/>)<a:t>([^<]*\n[^<]*)<\/a:t><\/a:r>/u,
    (_, properties: string, text: string) =>
      text
        .split('\n')
        .map((line) => `<a:p><a:r>${properties}<a:t>${line}</a:t></a:r>`)
        .join('</a:p>'),
  );
}
