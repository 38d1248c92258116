import type { Locator, Page } from 'playwright-core';
import type { RunningServer } from './server';

// What a person does on the page, by the names that are read to them.

export const startHeading = (page: Page): Locator => page.getByRole('heading', { name: 'Machine learning on your own machine' });

export const tokenField = (page: Page): Locator => page.getByLabel('Token', { exact: true });

/** The button that shows the session's name. */
export const sessionButton = (page: Page, name: string | RegExp = /^Session /): Locator => page.getByRole('button', { name });

/** Opens the plain address and types the token. */
export async function connectByToken(page: Page, server: RunningServer, path = '/'): Promise<void> {
  await page.goto(server.origin + path);
  await enterToken(page, server.token);
}

export async function enterToken(page: Page, token: string): Promise<void> {
  await tokenField(page).fill(token);
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
}

let sessions = 0;

/** Opens the page in a new session, where nothing is seen of what other tests do on the same server; the session's name. */
export async function openOwnSession(page: Page, server: RunningServer): Promise<string> {
  const name = `own-${++sessions}`;
  await connectByToken(page, server);
  await createSession(page, name);
  await startHeading(page).waitFor();
  return name;
}

/** Makes a session of this name out of the chooser or out of another session. */
export async function createSession(page: Page, name: string): Promise<void> {
  await page.getByRole('heading', { name: 'Choose a session' }).or(sessionButton(page)).waitFor();
  if (await sessionButton(page).isVisible()) await chooseInSessionMenu(page, 'New session...');
  await page.getByLabel('Name (optional)').fill(name);
  await page.getByRole('button', { name: 'Create' }).click();
  await sessionButton(page, `Session ${name}`).waitFor();
}

export async function chooseInSessionMenu(page: Page, item: string): Promise<void> {
  await sessionButton(page).click();
  await page.getByRole('menuitem', { name: item }).click();
}

/** Takes a sample from the start screen; the form to train on it opens. */
export async function useSample(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name: new RegExp(`^${name}`) }).click();
  await page.getByRole('heading', { name: 'Train a model' }).waitFor();
}

/** The status that the shown job is told to have. */
export const statusOfJob = (page: Page, status: string): Locator => page.getByRole('article').getByText(status, { exact: true }).first();

export interface Training {
  /** As the algorithm is named; the one that is chosen by itself when not given. */
  algorithm?: string;
  /** A label of the list of validations. */
  validation?: string;
  resamples?: number;
}

/** Fills in the form for a new training. */
export async function fillTraining(page: Page, { algorithm, validation, resamples }: Training): Promise<void> {
  await submitButton(page, 'Train').and(page.locator(':enabled')).waitFor();
  if (algorithm !== undefined) await chooseAlgorithm(page, algorithm);
  if (validation !== undefined) await page.getByLabel('Validation', { exact: true }).selectOption({ label: validation });
  if (resamples !== undefined) await page.getByLabel('Number of resamples', { exact: true }).fill(String(resamples));
}

/** A few algorithms are shown as cards, more as a list. */
export async function chooseAlgorithm(page: Page, algorithm: string): Promise<void> {
  const card = page.getByRole('radio', { name: new RegExp(`^${algorithm} `) });
  const list = page.getByLabel('Algorithm', { exact: true });
  await card.or(list.and(page.locator('select'))).first().waitFor();
  if (await card.isVisible()) await card.check();
  else await list.selectOption(algorithm);
}

export const submitButton = (page: Page, action: 'Train' | 'Decompose' | 'Cluster' | 'Predict'): Locator =>
  page.getByRole('main').getByRole('button', { name: action, exact: true });

/** Many fits, each a moment: a job that is under way long enough to be looked at. */
export const longTraining: Training = { algorithm: 'CART', validation: 'Bootstrap', resamples: 2000 };

/** Submits the filled-in training and sees it run. */
export async function startTraining(page: Page, training: Training): Promise<void> {
  await fillTraining(page, training);
  await submitButton(page, 'Train').click();
  await page.getByRole('article').waitFor();
}
