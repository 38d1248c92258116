export type ThemeChoice = 'system' | 'light' | 'dark';

const stored = 'rtemis.theme';
const dark = matchMedia('(prefers-color-scheme: dark)');

/** Light or dark: what the system has, unless the person chose. */
class Theme {
  choice = $state<ThemeChoice>('system');
  #storage: Storage | null = null;
  #system = $state<'light' | 'dark'>(dark.matches ? 'dark' : 'light');

  /** What is shown. Charts read it to be drawn anew when it changes. */
  get shown(): 'light' | 'dark' {
    return this.choice === 'system' ? this.#system : this.choice;
  }

  /**
   * Shows the theme from now on and follows the system's.
   * @param storage Where the choice is kept; null for nowhere.
   */
  start(storage: Storage | null): void {
    this.#storage = storage;
    const kept = storage?.getItem(stored);
    if (kept === 'light' || kept === 'dark') this.choice = kept;
    dark.addEventListener('change', () => {
      this.#system = dark.matches ? 'dark' : 'light';
      this.#apply();
    });
    this.#apply();
  }

  choose(choice: ThemeChoice): void {
    this.choice = choice;
    if (choice === 'system') this.#storage?.removeItem(stored);
    else this.#storage?.setItem(stored, choice);
    this.#apply();
  }

  #apply(): void {
    document.documentElement.dataset['theme'] = this.shown;
  }
}

export const theme = new Theme();
