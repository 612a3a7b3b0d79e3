// The tables of runs and deployments (migration 0003).
export interface RunTables {}
