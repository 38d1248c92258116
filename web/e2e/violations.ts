import type { Page } from 'playwright-core';

declare global {
  interface Window {
    violations: string[];
  }
}

/** Has the page note what its policy stops, from its first line on. */
export async function watchPolicy(page: Page): Promise<void> {
  await page.addInitScript(() => {
    window.violations = [];
    document.addEventListener('securitypolicyviolation', (event) => window.violations.push(event.effectiveDirective));
  });
}

/** The directives that stopped something, as it came. */
export const violationsOf = (page: Page): Promise<string[]> => page.evaluate(() => window.violations);
