const circle = "M3 12a9 9 0 1 0 18 0a9 9 0 1 0-18 0";

/** Line icons on a 24-unit grid, one path each, so that a page carries no icon library. */
export const iconPaths = {
  api: "M8 4C5.5 4 6 7 6 9s-1 3-2.5 3C5 12 6 13 6 15s-.5 5 2 5m8-16c2.5 0 2 3 2 5s1 3 2.5 3C19 12 18 13 18 15s.5 5-2 5",
  bindings:
    "M10 14a4 4 0 0 0 5.7 0l3.5-3.5a4 4 0 0 0-5.7-5.7L12 6.3M14 10a4 4 0 0 0-5.7 0l-3.5 3.5a4 4 0 0 0 5.7 5.7l1.5-1.5",
  brief: "M5 4h14v16H5zM8.5 8.5h7M8.5 12h7M8.5 15.5h4",
  chat: "M20.5 12a8 8 0 0 1-11.8 7L4 20.5 5.3 16A8 8 0 1 1 20.5 12z",
  check: "m5 12.5 4.5 4.5L19 7.5",
  "chevron-down": "m6 9 6 6 6-6",
  "chevron-right": "m9 6 6 6-6 6",
  clock: `${circle}M12 7v5l3.5 2`,
  cloud: "M7 18.5a4.5 4.5 0 0 1-.6-8.96 6 6 0 0 1 11.5 1.3A3.9 3.9 0 0 1 17.5 18.5zM12 11v3m0 2v.1",
  contrast: `${circle}M12 3v18M15 4v16M18 6v12`,
  copy: "M9 9h11v11H9zM15 9V4H4v11h5",
  design: "M6 3.5h8l4.5 4.5v11.5a1 1 0 0 1-1 1h-11a1 1 0 0 1-1-1v-15a1 1 0 0 1 .5-1zM14 3.5V8h4.5M9 12.5h6M9 16h4",
  diagram: "M9 3h6v5H9zM3 16h6v5H3zM15 16h6v5h-6zM12 8v4m-6 4v-4h12v4",
  down: "M12 4v11m-4-4 4 4 4-4M5 19h14",
  eye: "M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM9.2 12a2.8 2.8 0 1 0 5.6 0a2.8 2.8 0 1 0-5.6 0",
  failed: `${circle}m6-3 6 6m0-6-6 6`,
  full: "M4 9V5a1 1 0 0 1 1-1h4m6 0h4a1 1 0 0 1 1 1v4m0 6v4a1 1 0 0 1-1 1h-4m-6 0H5a1 1 0 0 1-1-1v-4",
  inconclusive: `${circle}M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5v.1`,
  lock: "M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3",
  log: "M4 6h16M4 12h10M4 18h13",
  minus: "M5 12h14",
  more: "M4 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M11 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0M18 12a1 1 0 1 0 2 0a1 1 0 1 0-2 0",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5 8 8 0 1 0 19.5 14.5z",
  offline:
    "m3 3 18 18M5 12.5a10 10 0 0 1 4-2.4m6 .2a10 10 0 0 1 4 2.2M8.3 16a5.3 5.3 0 0 1 7.2 0M2 9a15 15 0 0 1 4.2-2.7m5-1A15 15 0 0 1 22 9M12 19.5h.1",
  passed: `${circle}m5 .3 2.8 2.7L16 9.5`,
  pending: circle,
  people:
    "M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0-7 0M2.8 20c.4-3.6 2.9-5.5 6.2-5.5s5.8 1.9 6.2 5.5M16 4.8a3.5 3.5 0 0 1 0 6.4m2.2 3.9c1.8.8 2.8 2.5 3 4.9",
  play: "M7 4.5v15l12-7.5z",
  plus: "M12 5v14M5 12h14",
  question: `${circle}M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.1.9-1.1 1.8M12 16.5v.1`,
  record: "M4 12a8 8 0 1 0 2.6-5.9L4 8.5M4 4v4.5h4.5M10.5 9.5l4 2.5-4 2.5z",
  retry: "M20 12a8 8 0 1 1-2.3-5.7L20 8.5M20 4v4.5h-4.5",
  running: "M21 12a9 9 0 1 1-6.2-8.6",
  schema: "M3.5 4.5h17v15h-17zM3.5 9.5h17m-17 5h17M10 9.5v10",
  send: "M12 19V5m-6 6 6-6 6 6",
  skipped: `${circle}M8.5 9l3 3-3 3m4-6 3 3-3 3`,
  stop: "M6 6h12v12H6z",
  sun: "M8 12a4 4 0 1 0 8 0a4 4 0 1 0-8 0M12 2.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4m0-13.4-1.4 1.4M6.7 17.3l-1.4 1.4",
  warning: "M12 4 2.8 20h18.4zM12 10v4.5m0 2.7v.1",
  x: "m6 6 12 12M18 6 6 18",
} as const;

export type IconName = keyof typeof iconPaths;
