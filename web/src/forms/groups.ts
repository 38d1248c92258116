import type { Option } from './parameter';

/** Options that belong together by what they mean. */
export interface Group {
  id: string;
  label: string;
  options: Option[];
}

/** What is shown at once, and what stands below "More options". */
export interface OptionLayout {
  main: Group[];
  more: Group[];
}

type Rule = readonly [id: string, label: string, matches: (option: Option) => boolean];

const named =
  (pattern: RegExp) =>
  (option: Option): boolean =>
    pattern.test(option.name);

// The first rule that matches decides, so the narrow ones stand first.
const rules: readonly Rule[] = [
  [
    'advanced',
    'Advanced',
    named(
      /(^|_)seed$|^verbos|^(model|device|device_type|num_workers|num_threads|force_(col|row)_wise|histogram_pool_size|deterministic|tree_learner|top_k|save_memory|write_forest|keep_inbag|inbag|holdout|node_stats|oob_error|local_importance|importance_sample_size|skip_importance|checkpoint_epochs|check_duplicates|is_distance|control|bucket_size|approx|max_basis|na_action|warm_\w+)$/,
    ),
  ],
  ['surrogates', 'Surrogates', named(/surrogate|^maxcompete$/)],
  ['balance', 'Weights of cases and classes', (o) => /^ifw|weights$|^offset$/.test(o.name) || (o.name === 'cost' && !o.tunable)],
  ['pruning', 'Pruning', named(/prune|^pmethod$|^xval$|^ncross$|^nfold$|^stratify$|^bonferroni$/)],
  ['categories', 'Categories and missing values', named(/^cat_|max_cat|min_data_per_group|_missing$|catsplit|ordinal|unordered|embedding|cat_emb/)],
  ['dart', 'Dropout of trees and sampling by gradient', named(/drop_rate|max_drop|skip_drop|uniform_drop|xgboost_dart|top_rate|other_rate|data_sample_strategy/)],
  ['rounds', 'Number of trees and learning rate', named(/nrounds|early_stopping|learning_rate|^boosting$|num_trees|n_trees|^num_(gfr|burnin|mcmc|chains)$|keep_every/)],
  ['sampling', 'Sampling of cases and features', named(/fraction|bagging|^mtry|^replace$|subsample|sample_/)],
  [
    'growth',
    'Tree growth',
    named(/depth|leaves|_leaf$|^min_cases|minsplit|minbucket|min_node|min_bucket|minsize|^cp$|min_gain|num_steps|max_bin$|min_data_in_bin|cutpoint/),
  ],
  ['splits', 'How splits are chosen', named(/split|extra_trees|^vcov$|breakties|restart|^trim$|n_cuts|^node_test$|line_search|constant_rule|^minprop$|partitioning|^nrep$/)],
  ['constraints', 'Constraints', named(/monotone|interaction_constraints|feature_contri|cegb|quant|stochastic_rounding/)],
  ['network', 'Network', named(/hidden|shape|^activation$|^norm(?!alize$)|residual|^bias$|_width$|num_(independent|shared)|mask_type|feature_reusage|embeddings/)],
  ['regularization', 'Regularization', named(/lambda|^alpha|penalty|^l1|^l2|smooth|dropout|decay|regular|max_delta|^gamma$|^cost$|^eta$|^kappa$|^beta$/)],
  ['terms', 'Terms of the model', named(/degree|^nk$|thresh|minspan|endspan|fast_|nvmax|forward_stop|_model$|knots|basis|linear_tree|^regressors$|intercept/)],
  ['objective', 'What is optimized', named(/objective|^loss$|^family$|tweedie|fair_c|poisson|sigmoid|boost_from|reg_sqrt|^link$|^metric$|probability|quantreg/)],
  [
    'fitting',
    'Fitting',
    named(/optimizer|^lr|epoch|batch|^tol$|tolerance|maxit|max_iter|maxstep|^eps$|momentum|patience|beta\d|grad_norm|valid_split|step_size|clip_value|mom_switch|stop_lying|theta|nlambda|which_lambda/),
  ],
  ['scaling', 'Scaling', named(/scale|center|standardize|normalize|row_norm/)],
];

const generalGroup = ['general', 'Settings'] as const;

// Not searchable, or not first in the list, but what one looks for first.
const essential: ReadonlySet<string> = new Set([
  'k',
  'lambda',
  'eps',
  'min_points',
  'perplexity',
  'n_neighbors',
  'max_nrounds',
  'num_trees',
  'nrounds',
  'cost',
  'dist',
  'center',
  'scale',
  'ifw',
  'max_iter',
  'm',
]);
const mostShown = 6;

/** Lays options out: those that matter most first, the rest by meaning. */
export function layOut(options: readonly Option[]): OptionLayout {
  const plain = options.filter((o) => groupOf(o)[0] !== 'advanced');
  const shown = plain.length <= mostShown ? new Set(plain) : chosen(plain);
  return {
    main: grouped(options.filter((o) => shown.has(o))),
    more: grouped(options.filter((o) => !shown.has(o))),
  };
}

function chosen(options: readonly Option[]): Set<Option> {
  // CART's cost is one of its features, no penalty.
  const first = options.filter((o) => essential.has(o.name) && groupOf(o)[0] !== 'balance');
  const balance = options.filter((o) => o.name === 'ifw');
  // Declared early means that rtemis's authors thought of it early.
  const searchable = options.filter((o) => o.tunable && !first.includes(o));
  return new Set([...[...first, ...searchable.filter((o) => o.name !== 'ifw')].slice(0, mostShown - balance.length), ...balance]);
}

function grouped(options: readonly Option[]): Group[] {
  const groups = new Map<string, Group>();
  for (const option of options) {
    const [id, label] = groupOf(option);
    const group = groups.get(id) ?? { id, label, options: [] };
    group.options.push(option);
    groups.set(id, group);
  }
  const all = [...groups.values()];
  return [...all.filter((g) => g.id !== 'advanced'), ...all.filter((g) => g.id === 'advanced')];
}

function groupOf(option: Option): readonly [string, string] {
  const rule = rules.find(([, , matches]) => matches(option));
  return rule ? [rule[0], rule[1]] : generalGroup;
}

const preprocessing: readonly Rule[] = [
  ['missing', 'Missing values', named(/impute|^missingness|factorNA|complete_cases|_thres$/)],
  ['scaling', 'Scaling', named(/^scale|^center/)],
  ['removing', 'Removing', named(/^remove|^exclude$/)],
  ['types', 'Types', named(/2(factor|numeric|integer)|^numeric_|one_hot/)],
  ['dates', 'Dates', named(/date|holiday/)],
];

/** Preprocessing options by what they are about. */
export function layOutPreprocessing(options: readonly Option[]): Group[] {
  const groups = [...preprocessing.map(([id, label]): Group => ({ id, label, options: [] })), { id: 'other', label: 'Other', options: [] }];
  for (const option of options) {
    const id = (preprocessing.find(([, , matches]) => matches(option)) ?? ['other'])[0];
    groups.find((g) => g.id === id)?.options.push(option);
  }
  return groups.filter((g) => g.options.length > 0);
}
