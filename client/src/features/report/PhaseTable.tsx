import type { Report } from "@proofroom/domain/interview/report/report";
import { For } from "solid-js";

const minutesText = (minutes: number): string => `${minutes}\u00a0min`;

/** Each phase as planned and as taken, in figures. */
export const PhaseTable = (props: { phases: Report["phases"] }) => (
  <table class="table phases-table">
    <caption class="sr">Phases, planned and taken</caption>
    <thead>
      <tr>
        <th scope="col">Phase</th>
        <th scope="col" class="num">
          Planned
        </th>
        <th scope="col" class="num">
          Taken
        </th>
      </tr>
    </thead>
    <tbody>
      <For each={props.phases}>
        {(phase) => (
          <tr>
            <td>{phase.title}</td>
            <td class="num">{minutesText(phase.plannedMinutes)}</td>
            <td class="num">
              {phase.takenMinutes === null ? <span class="muted">not reached</span> : minutesText(phase.takenMinutes)}
            </td>
          </tr>
        )}
      </For>
    </tbody>
  </table>
);
