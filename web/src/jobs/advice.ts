import type { Failure } from './failure';

/** What a person can do about a failure. */
export interface Advice {
  /** What happened, in a few words. */
  title: string;
  /** What to try, most promising first. */
  steps: string[];
  /** Whether the same job may well succeed when it is run again. */
  retry: boolean;
}

const kill = 9;

/** Advice by the way the run ended, then by what the message says. */
export function adviseOn(failure: Failure): Advice {
  switch (failure.reason) {
    case 'out_of_memory':
      return memory;
    case 'timeout':
      return {
        title: 'It took longer than the server allows',
        steps: ['Use fewer resamples, fewer tuning candidates, or a faster algorithm.', 'The time that a job may take is set where the server is started.'],
        retry: false,
      };
    case 'server_restarted':
      return { title: 'The server was restarted while the job ran', steps: ['Nothing is wrong with the job: run it again.'], retry: true };
    case 'daemon_died':
      // The system kills so when memory runs out; nothing else does it by itself.
      if (failure.signal === kill) return { ...memory, title: 'The process was killed, most likely because memory ran out' };
      return {
        title: 'The process that ran the job ended unexpectedly',
        steps: ['Run it again. If it fails the same way, try another algorithm, and report it with the last output below.'],
        retry: true,
      };
    default:
      return matches.find((m) => m.pattern.test(failure.message))?.advice ?? unknown;
  }
}

const memory: Advice = {
  title: 'The job needed more memory than there was',
  steps: ['Use fewer rows or columns, or a smaller model.', 'Use fewer workers: each holds its own copy of the data.', 'Close other programs, or let the server\'s --daemon-memory be more.'],
  retry: false,
};

const unknown: Advice = {
  title: 'The engine could not do it',
  steps: ['The reason above is the engine\'s own. Change the settings and run it again.'],
  retry: false,
};

const fix = (title: string, ...steps: string[]): Advice => ({ title, steps, retry: false });

// The first that fits counts: the particular stand before the general.
const matches: { pattern: RegExp; advice: Advice }[] = [
  {
    pattern: /outcome cannot contain any missing values/i,
    advice: fix('The outcome has missing values', 'Remove the rows without an outcome from the table, or choose another outcome column.'),
  },
  {
    pattern: /new level/i,
    advice: fix(
      'A category occurs in the test part only',
      'Merge rare categories of that column, or leave the column out.',
      'Use fewer folds, so that each training part is larger.',
    ),
  },
  {
    pattern: /missing values|NA\/NaN\/Inf/i,
    advice: fix(
      'The table has missing values that this algorithm cannot use',
      'Turn on imputation, or "complete cases", under preprocessing.',
      'Use an algorithm that takes missing values, such as CART or LightGBM.',
    ),
  },
  {
    pattern: /does not support multiclass/i,
    advice: fix('The outcome has more than two classes', 'Use an algorithm for several classes, such as CART, LightRF or LightGBM.', 'Merge classes until there are two.'),
  },
  {
    pattern: /outer folds failed/i,
    advice: fix(
      'No fold could be trained',
      'Train once without resampling: it shows the reason itself.',
      'Use fewer resamples: each training part is then larger.',
      'See whether some class has very few cases.',
    ),
  },
  {
    pattern: /unique value.*stratif|stratif.*unique value|number of intervals|at least 2 levels|with 2 or more levels/i,
    advice: fix('There are too few different values or too few cases per class', 'See that the outcome has at least two classes with several cases each.', 'Leave out columns that have one value only.', 'Use fewer folds.'),
  },
  {
    pattern: /too few|fewer (cases|observations)|not enough (cases|observations)|no cases|cases per class/i,
    advice: fix('There are too few cases', 'Use fewer folds, or a table with more rows.', 'Merge classes that have few cases.'),
  },
  {
    pattern: /positive_class/i,
    advice: fix('The positive class does not fit the outcome', 'Choose one of the outcome\'s own classes; it is only for two classes.'),
  },
  {
    pattern: /inverse frequency|IFW|negative weights|weights/i,
    advice: fix('The case weights do not fit', 'Weights must be a numeric column of the table without missing or negative values, and not the outcome.', 'Use either own weights or inverse frequency weighting, not both.'),
  },
  {
    pattern: /trained on columns that the table does not have/i,
    advice: fix('The table lacks columns of the model', 'Choose a table that has all columns which the model learned from, by the same names.'),
  },
  {
    pattern: /was fitted with type|different types from the fit/i,
    advice: fix('A column has another type than the model learned from', 'Change its type in the table\'s view: numbers must be numbers and categories categories.'),
  },
  {
    pattern: /does not have|not found|not in dataset|not present|unknown column/i,
    advice: fix('A column is named that the table does not have', 'Choose the columns again: the table may have changed since.'),
  },
  {
    pattern: /constant|zero column|unit variance/i,
    advice: fix('A column has the same value in all rows', 'Turn on "remove constants" under preprocessing, or leave that column out.'),
  },
  {
    pattern: /must be numeric|not numeric|are not numeric|numeric or factor|must be integer, numeric, or factor/i,
    advice: fix('A column has a type that does not fit', 'Leave out text and date columns, or change their type in the table\'s view.'),
  },
  {
    pattern: /levels?\b.*(feasible|grouping)|feasible/i,
    advice: fix('A column has too many categories', 'Merge rare categories, leave the column out, or encode it as one column a category ("one hot").'),
  },
  {
    pattern: /coefficients; at most/i,
    advice: fix('The model would have too many coefficients', 'Leave out columns with many categories, or use a tree-based algorithm.'),
  },
  {
    pattern: /k larger than|number of clusters|distinct complete/i,
    advice: fix('The number of clusters does not fit the data', 'Ask for at least two clusters and for fewer than there are different rows.'),
  },
  {
    pattern: /infinite/i,
    advice: fix('A column has infinite values', 'Replace them, or remove their rows.'),
  },
  {
    pattern: /supply starting values|cannot correct step size|did not converge|Lapack/i,
    advice: fix('The computation did not settle', 'Leave out columns that say the same as others, and scale the rest.', 'Try another algorithm.'),
  },
  {
    pattern: /too many to keep/i,
    advice: fix('There are more resamples than the server keeps', 'Ask for fewer resamples, or use another type of resampling.'),
  },
  {
    pattern: /at least (1 feature|2 columns)/i,
    advice: fix('The table has too few columns', 'A supervised job needs at least one feature beside the outcome.'),
  },
];
