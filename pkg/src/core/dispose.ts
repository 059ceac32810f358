/** `Symbol.dispose`, or its stand-in where the engine has none yet. */
export const dispose: typeof Symbol.dispose =
  Symbol.dispose ?? (Symbol.for('Symbol.dispose') as typeof Symbol.dispose);
