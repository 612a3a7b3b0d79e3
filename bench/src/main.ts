import { cpus, totalmem } from "node:os";
import { bundleSizes } from "@proofroom/e2e/bundle-size";
import { measureDeployment } from "./deployment.ts";
import { measureDirector } from "./director-cost.ts";
import { measureDocumentsLatency } from "./documents-latency.ts";
import { measureReading } from "./documents-reading.ts";
import { measureInterviewer } from "./interviewer.ts";
import { measureReview } from "./review-cost.ts";
import { measureStory } from "./story.ts";

const print = (line: string): void => console.log(line);

print(
  `${cpus().length} × ${cpus()[0]?.model ?? "unknown processor"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
print("\nThe product, started and used");
await measureStory(print);
print("\nThe interviewer, in a browser");
await measureInterviewer(print);
print("\nA design of six processes, deployed and torn down");
await measureDeployment(print);
print("\nThe Director, on a large design");
await measureDirector(print);
print("\nThe review as you type, in a browser's worker");
await measureReview(print);
print("\nJavaScript by static imports, gzip");
for (const { page, kilobytes, files, budget } of bundleSizes()) {
  print(`  ${page}: ${kilobytes.toFixed(1)} KB in ${files} files (budget ${budget})`);
}
print("\nKeystroke → another socket, beside a bare relay");
await measureDocumentsLatency(print);
print("\nKeystroke → acknowledged, while the room is read for an interviewer");
await measureReading(print);
