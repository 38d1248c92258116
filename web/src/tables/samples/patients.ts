import { Random } from './random';

/**
 * The effects that were put in, on the scale of log odds of a response: of one standard deviation where there is one, else of having the property.
 * A model finds these and nothing else; `diastolic` follows `systolic` and has no effect of its own.
 */
export const effects = { intercept: -0.2, age: -0.5, crp: -0.8, albumin: 0.6, smoker: -0.7, marker: 1.1 } as const;

const rows = 600;
const seed = 7;

/** Patients that never were, as CSV: measurements and whether they responded to a treatment. */
export function patients(): string {
  const random = new Random(seed);
  const lines = ['age,sex,bmi,systolic,diastolic,crp,albumin,marker,smoker,response'];
  for (let i = 0; i < rows; i++) lines.push(patient(random).join(','));
  return `${lines.join('\n')}\n`;
}

function patient(random: Random): (number | string)[] {
  const [age, crp, albumin, marker] = [random.normal(), random.normal(), random.normal(), random.normal()];
  const sex = random.uniform() < 0.5 ? 'female' : 'male';
  const smoker = random.uniform() < 0.3;
  const bmi = 26.5 + 4 * random.normal();
  const systolic = 128 + 6 * age + 14 * random.normal();
  const diastolic = 80 + 0.45 * (systolic - 128) + 7 * random.normal();
  const odds =
    effects.intercept + effects.age * age + effects.crp * crp + effects.albumin * albumin + effects.marker * marker + (smoker ? effects.smoker : 0);
  const responds = random.uniform() < 1 / (1 + Math.exp(-odds));
  return [
    Math.round(Math.min(90, Math.max(18, 58 + 12 * age))),
    sex,
    Math.max(15, bmi).toFixed(1),
    Math.round(systolic),
    Math.round(diastolic),
    Math.exp(1 + 0.8 * crp).toFixed(2),
    (4 + 0.4 * albumin).toFixed(2),
    (10 + 2 * marker).toFixed(2),
    smoker ? 'yes' : 'no',
    responds ? 'responder' : 'none',
  ];
}
