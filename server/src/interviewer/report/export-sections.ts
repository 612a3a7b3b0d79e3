import { pointName } from "@proofroom/domain/interview/report/point-name";
import { dimensionTitles } from "@proofroom/domain/interview/report/report-body";
import type { Report } from "@proofroom/domain/interview/report/report";
import { statement } from "./export-words.ts";
import { list, type Markup, markup, nothing, section } from "./markup.ts";

const kinds: [Report["facts"][number]["kind"], string][] = [
  ["coverage", "What was covered, and when"],
  ["open-question", "Open questions"],
  ["assumption", "Assumptions"],
  ["contradiction", "Contradictions"],
  ["mend", "What was mended"],
  ["documents", "Documents"],
  ["run", "Between the runs"],
  ["timing", "Time"],
  ["notice", "To be noted"],
];

export const factSections = ({ facts }: Report): Markup[] =>
  kinds.map(([kind, title]) => section(title, list(facts.filter((fact) => fact.kind === kind).map(statement))));

export const marksSection = ({ marks }: Report): Markup =>
  section(
    "Marks",
    marks.flatMap(({ dimension, level, draft, flagged, claims }) => {
      const mark = level === "not_observed" ? "not observed" : `${level} of 4`;
      const badge = draft ? markup` <span class="draft">draft</span>` : nothing;
      const flag = markup`<p class="dim">Two passes disagreed and a third was asked: a person should look.</p>`;
      return [
        markup`<h3>${dimensionTitles[dimension]}: ${mark}${badge}</h3>`,
        ...(flagged === true ? [flag] : []),
        ...list(claims.map(statement)),
      ];
    }),
  );

export function phasesSection({ phases }: Report): Markup {
  const rows = phases.map(({ title, plannedMinutes, takenMinutes }) => {
    const taken = takenMinutes === null ? "not reached" : `${takenMinutes} min`;
    return markup`<tr><td>${title}</td><td>${plannedMinutes} min</td><td>${taken}</td></tr>`;
  });
  const head = markup`<tr><th>Phase</th><th>Planned</th><th>Taken</th></tr>`;
  return section("Phases", rows.length === 0 ? [] : [markup`<table>${[head, ...rows]}</table>`]);
}

export const hintsSections = ({ hints, skips }: Report): Markup[] => [
  section(
    "Hints taken",
    list(hints.map(({ item, level, text, at }) => statement({ item, text: `${level}: ${text}`, source: null, at }))),
  ),
  section(
    "Skipped",
    list(skips.map(({ item, text, at }) => statement({ item: item ?? undefined, text, source: null, at }))),
  ),
];

export const runsSection = ({ results }: Report): Markup =>
  section(
    "Runs, measured and not scored",
    results.flatMap(({ number, status, verdict, passed, failed, other, failures }) => [
      markup`<h3>Run ${number}: ${verdict ?? status.replaceAll("_", " ")}</h3>`,
      markup`<p class="dim">${passed} passed, ${failed} failed, ${other} other</p>`,
      ...list(failures.map(({ name, observed }) => markup`<li>${name}: ${observed}</li>`)),
    ]),
  );

const states = {
  unseen: "not reached",
  touched: "touched",
  covered: "covered",
  contradicted: "contradicted",
} as const;

/** Per item what was asked, how far it got, and what a strong answer touches. */
export const debriefSection = ({ debrief = [] }: Report): Markup =>
  section(
    "Debrief",
    debrief.map(({ item, asked, state, strong, lesson, selfMark, before }) => {
      const then = before === null ? "" : `; last time ${states[before]}`;
      const own = selfMark === null ? "" : `; own mark ${selfMark} of 4`;
      const parts = [
        markup`<h3>${pointName(item)}: ${asked[0] ?? "Not asked"}</h3>`,
        markup`<p class="dim">${states[state]}${then}${own}</p>`,
        markup`<p>${strong}</p>`,
        markup`<p class="dim">${lesson}</p>`,
      ];
      return markup`<section>${parts}</section>`;
    }),
  );
