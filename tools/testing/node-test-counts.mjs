// A node:test reporter that prints its counts as JSON; `npm test` sends it to a file.

/**
 * @param {AsyncIterable<{ type: string, data: any }>} source
 * @returns {AsyncGenerator<string>}
 */
export default async function* reportCounts(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: /** @type {string[]} */ ([]) };
  for await (const { type, data } of source) {
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite') continue;
    if (data.skip !== undefined || data.todo !== undefined) counts.skipped++;
    else if (type === 'test:pass') counts.passed++;
    else {
      counts.failed++;
      const { cause, message } = data.details.error;
      counts.failures.push(`${data.name} (${data.file})\n${cause?.stack ?? message}`);
    }
  }
  yield JSON.stringify(counts);
}
