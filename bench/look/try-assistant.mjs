// The assistant of an app: with a model that answers, and with one that is gone.
import { buildAppModel } from '@hatchr/mvp-generator';
import { findRowId, openDemo } from './sign-in.mjs';
import { modelAnswer, modelName } from './stand-in-model.mjs';

/**
 * @param {import('playwright-core').Browser} browser
 * @param {import('./serve-app.mjs').ServedApp} app
 * @param {string} folder for a picture
 * @param {() => Promise<void>} stopModel
 * @returns {Promise<string[]>} what is wrong, in sentences
 */
export async function tryAssistant(browser, app, folder, stopModel) {
  const { assistant } = app.spec;
  const entity = buildAppModel(app.spec).entities.find(
    ({ spec }) => spec.name === assistant?.entity,
  );
  if (!assistant || !entity) return [];
  const owner = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  /** @type {string[]} */
  const problems = [];
  try {
    await openDemo(owner, app.base);
    const id = await findRowId(owner, app.base, entity.route);
    const page = await owner.newPage();
    await page.goto(`${app.base}${entity.route}/${id}`);
    const panel = page.getByRole('region', { name: assistant.name });
    const result = panel.getByRole('textbox');
    const ask = async (/** @type {RegExp} */ source, /** @type {string} */ picture) => {
      await panel.getByRole('button').first().click();
      await panel
        .getByText(source)
        .waitFor({ timeout: 25_000 })
        .catch(() => problems.push(`Assistant: does not say ${source}.`));
      await page.screenshot({ path: `${folder}/${picture}.png`, fullPage: true });
      return result.inputValue();
    };
    const answer = await ask(new RegExp(`Made by ${modelName}`), 'assistant.model');
    if (answer !== modelAnswer) problems.push('Assistant: does not show the answer of the model.');
    await stopModel();
    const own = await ask(/own rules, because the model could not be reached/, 'assistant.rules');
    if (own === modelAnswer || own.trim() === '')
      problems.push('Assistant: its own rules give nothing.');
  } catch (error) {
    problems.push(`Assistant: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
  } finally {
    await owner.close();
  }
  return problems;
}
