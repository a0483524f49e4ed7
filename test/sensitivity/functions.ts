/** Functions of Saltelli's textbook on [0, 1]^k, with indices in closed form. */
export const ISHIGAMI = {
  factors: 3,
  /** Ishigami and Homma 1990, a = 7, b = 0.1, x on [-pi, pi]. */
  of: (u: readonly number[]): number => {
    const [x, y, z] = u.map((v) => Math.PI * (2 * v - 1));
    return Math.sin(x!) + 7 * Math.sin(y!) ** 2 + 0.1 * z! ** 4 * Math.sin(x!);
  },
  first: () => {
    const { one, two, whole } = ishigamiParts();
    return [one / whole, two / whole, 0];
  },
  total: () => {
    const { one, two, oneThree, whole } = ishigamiParts();
    return [(one + oneThree) / whole, two / whole, oneThree / whole];
  },
};

function ishigamiParts() {
  const [a, b] = [7, 0.1];
  const one = 0.5 * (1 + (b * Math.PI ** 4) / 5) ** 2;
  const two = a ** 2 / 8;
  const oneThree = b ** 2 * Math.PI ** 8 * (1 / 18 - 1 / 50);
  return { one, two, oneThree, whole: one + two + oneThree };
}

const A = [0, 1, 4.5, 9, 99, 99, 99, 99];
/** Sobol's g-function (Saltelli and Sobol 1995) of eight factors. */
export const SOBOL_G = {
  factors: A.length,
  of: (u: readonly number[]): number =>
    u.reduce((product, v, i) => (product * (Math.abs(4 * v - 2) + A[i]!)) / (1 + A[i]!), 1),
  first: () => {
    const whole = A.reduce((product, a) => product * (1 + share(a)), 1) - 1;
    return A.map((a) => share(a) / whole);
  },
  total: () => {
    const product = A.reduce((so_far, a) => so_far * (1 + share(a)), 1);
    return A.map((a) => (share(a) * (product / (1 + share(a)))) / (product - 1));
  },
};
const share = (a: number): number => 1 / (3 * (1 + a) ** 2);
