import { optionOf, type Option } from './parameter';

/** The one option of how a run is carried out that changes its numbers. The others steer rtemis's worker processes. */
export const executionOptions: readonly Option[] = [
  optionOf({
    name: 'seed',
    type: 'null',
    default: null,
    tunable: false,
    value_type: 'integer',
    nullable: true,
    minimum: 0,
    help: 'The same seed gives the same numbers again. Without one it is drawn and stands in the result.',
  }),
];
