// One grammar of lengths of time: digits, perhaps a point and more digits, and a unit. The core reads some options and
// the TypeScript around it the others, and the debugger page a third kind; all are held to these.

/** A text, and the seconds that it means. */
export const DURATIONS = {
  '1s': 1,
  '90s': 90,
  '5m': 300,
  '1.5m': 90,
  '1h': 3600,
  '0.5h': 1800,
  '1d': 86_400,
  '007s': 7,
  '0.0005d': 43.2,
};

/** Texts that mean nothing. */
export const NO_DURATIONS = [
  ...['', ' ', 's', 'm', '.', '5', '5.', '.5', '.5h', '5.h', '1.2.3s', '..5s', '1_000s'],
  ...['5 m', ' 5m', '5m ', '5M', '5min', '5ms', '1w', '1y', '5m30s', 'PT5M', '-5m', '+5m'],
  ...['1e3s', '0x10s', 'Infinitys', 'NaNs', '٥m', '5m\n', '5m\0', '5mm', 'ms', '∞s', '1,5h'],
];
