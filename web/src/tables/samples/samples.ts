export interface Sample {
  /** The table's name. */
  name: string;
  /** Rows, columns and what they are. */
  what: string;
  /** What can be learned from it. */
  task: string;
  load: () => Promise<File>;
}

function csv(name: string, text: string): File {
  return new File([text], `${name}.csv`, { type: 'text/csv' });
}

/** Tables to try things with. Their data are loaded when one is chosen; the outcome is the last column, as training expects it. */
export const samples: readonly Sample[] = [
  {
    name: 'iris',
    what: '150 flowers, 4 measurements',
    task: 'Classify the species',
    load: async () => csv('iris', (await import('./iris.csv?raw')).default),
  },
  {
    name: 'mtcars',
    what: '32 cars, 10 properties',
    task: 'Predict miles per gallon',
    load: async () => csv('mtcars', (await import('./mtcars.csv?raw')).default),
  },
  {
    name: 'patients',
    what: '600 made-up patients, 9 measurements',
    task: 'Classify who responds',
    load: async () => csv('patients', (await import('./patients')).patients()),
  },
];
