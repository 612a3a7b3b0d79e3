import type { Finding } from "@proofroom/domain/design/finding";
import { stops } from "@proofroom/domain/design/stops";
import { type Explained, linesLike, logEvidence, type Rule } from "./case.ts";

const documents = { schema: "Schema", api: "API", design: "Design" } as const;

/** The design was not started because something in it is to be settled first. */
export const notSound: Rule = ({ run, ending }) => {
  if (ending.status !== "validation_failed") return null;
  const stopping = run.findings.filter(stops);
  const [first] = stopping;
  if (first === undefined) return null;
  const where = `${documents[first.document]} line ${first.line}`;
  const isRefused = first.rule === "ddl";
  return {
    category: isRefused ? "ddl-refused" : first.severity === "question" ? "open-question" : "not-readable",
    cause: isRefused
      ? `Postgres refused a statement of the schema (line ${first.line}): ${sentence(first.message)}`
      : `${where}: ${sentence(first.message)}`,
    attribution: "design",
    evidence: stopping.slice(0, 5).map(({ document, line, message }) => ({
      kind: "finding" as const,
      document,
      line,
      text: message.slice(0, 300),
    })),
    nextStep: `${toSettle(first, where)}. Then run again.`,
    confidence: 1,
  };
};

/** Which answer is meant is the candidate's to say, so of several none is recommended. */
function toSettle({ severity, fixes = [] }: Finding, where: string): string {
  if (severity === "question" && fixes.length > 1)
    return `Answer the question at ${where} with one click on what is meant`;
  const [fix] = fixes;
  const deed = severity === "question" ? "Answer the question" : "Mend the line";
  return `${deed} at ${where}${fix === undefined ? "" : `, for example: ${fix.label}`}`;
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

interface Sign {
  category: string;
  pattern: RegExp;
  cause: string;
  nextStep: string;
  attribution: Explained["attribution"];
}

/** What a machine says when it, and not the design, is in the way. */
const signs: Sign[] = [
  {
    category: "port-in-use",
    pattern: /EADDRINUSE|address already in use/i,
    cause: "A port that a component of the deployment needed was taken by another program.",
    nextStep:
      "Run again: it takes other ports. If it happens again, look for programs that hold many ports on this machine.",
    attribution: "platform",
  },
  {
    category: "disk-full",
    pattern: /ENOSPC|no space left on device/i,
    cause: "The disk of the machine that runs the design is full.",
    nextStep: "Free some space on the machine that runs Proofroom's worker, then run again.",
    attribution: "platform",
  },
  {
    category: "out-of-memory",
    pattern: /out of memory|cannot allocate memory|ENOMEM|heap limit|exit(ed)?( with)?( code)? 137|SIGKILL/i,
    cause: "A process of the deployment was ended for want of memory.",
    nextStep: "Close other programs on the machine, or draw fewer replicas; then run again.",
    attribution: "deployment",
  },
  {
    category: "too-many-files",
    pattern: /EMFILE|ENFILE|too many open files/i,
    cause: "The machine allows no more open files to the deployment's processes.",
    nextStep: "Raise the limit of open files (ulimit -n) for Proofroom's worker, then run again.",
    attribution: "platform",
  },
  {
    category: "name-not-found",
    pattern: /ENOTFOUND|EAI_AGAIN|could not translate host name/i,
    cause: "A component asked for another one under a name that does not resolve.",
    nextStep: "Run again. If it happens again, look at the machine's name resolution (/etc/hosts, localhost).",
    attribution: "platform",
  },
  {
    category: "not-permitted",
    pattern: /EACCES|EPERM|permission denied, (open|mkdir|unlink)|operation not permitted/i,
    cause: "The deployment was not allowed to do something on this machine.",
    nextStep: "Look at the rights of PROOFROOM_HOME and of whoever runs Proofroom's worker; then run again.",
    attribution: "platform",
  },
  {
    category: "refused-before-ready",
    pattern: /ECONNREFUSED|connection refused|the database system is starting up/i,
    cause: "A component was asked before it was ready, and was not ready in time.",
    nextStep: "Run again when the machine is quieter.",
    attribution: "deployment",
  },
  {
    category: "too-slow-to-start",
    pattern: /not ready (in|within|after)|timed? ?out|took too long|has been silent/i,
    cause: "A step of the deployment took longer than it may.",
    nextStep: "Run again when the machine is quieter.",
    attribution: "platform",
  },
  {
    category: "quota",
    pattern: /quota|rate ?limit exceeded|insufficient (capacity|resources)/i,
    cause: "The place where the design runs gives out no more machines.",
    nextStep: "Wait, or raise the quota, then run again.",
    attribution: "platform",
  },
  {
    category: "image-pull",
    pattern: /image ?pull|manifest unknown|pull access denied/i,
    cause: "A component's program could not be fetched.",
    nextStep: "Look at the network of the machine that runs Proofroom's worker, then run again.",
    attribution: "platform",
  },
];

/** The place could not carry the run through. A design that ran and failed is never excused by it. */
export const platformInTheWay: Rule = ({ run, ending }) => {
  if (ending.status !== "deploy_failed" && ending.status !== "failed" && run.verdict !== "inconclusive") return null;
  const said = ending.reason ?? "";
  for (const { pattern, ...sign } of signs) {
    const lines = linesLike(run.log, pattern);
    if (lines.length === 0 && !pattern.test(said)) continue;
    return { ...sign, evidence: lines.map(logEvidence), confidence: lines.length > 0 ? 0.9 : 0.7 };
  }
  return null;
};
