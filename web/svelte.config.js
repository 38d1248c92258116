/** Runes everywhere: state is declared where it lives, nothing is reactive by accident. */
export default {
  compilerOptions: { runes: true },
};
