// What a worker can run: Temporal finds a workflow by its export's name.
export { lease } from "./lease.ts";
export { writeReport } from "./report.ts";
export { runDesign } from "./run.ts";
export { sweep } from "./sweep.ts";
