export const documentLimits = {
  updateBytes: 512 * 1024,
  textBytes: 256 * 1024,
  stateBytes: 4 * 1024 * 1024,
  updates: 1_000_000,
} as const;
