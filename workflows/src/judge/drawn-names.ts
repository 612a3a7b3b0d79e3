import type { Component } from "@proofroom/domain/design/model";
import type { Trace } from "@proofroom/domain/judge/trace";

type Drawn = Pick<Component, "id" | "label">;

/** A trace whose processes are called as they are labelled in the drawing: `Nginx` for `N`, and `API 2` for its second replica `a-2`. */
export function withDrawnNames(trace: Trace, components: readonly Drawn[]): Trace {
  const name = (process: string): string => drawnName(process, components);
  return {
    hops: trace.hops.map((hop) => ({
      ...hop,
      component: name(hop.component),
      statements: hop.statements.map((statement) =>
        statement.standby === undefined ? statement : { ...statement, standby: name(statement.standby) },
      ),
      ...(hop.asks === undefined ? {} : { asks: hop.asks.map((ask) => ({ ...ask, to: name(ask.to) })) }),
    })),
    log: trace.log.map((line) => ({ ...line, component: name(line.component) })),
  };
}

function drawnName(process: string, components: readonly Drawn[]): string {
  const [, id = process, nth] = /^(.+)-(\d+)$/.exec(process) ?? [];
  const exact = components.find((one) => one.id === process);
  const own = exact ?? components.find((one) => one.id === id);
  if (own === undefined || own.label.trim() === "") return process;
  const isShared = components.some((one) => one !== own && one.label === own.label);
  const label = isShared ? `${own.label} (${own.id})` : own.label;
  return exact === undefined && nth !== undefined ? `${label.replace(count, "")} ${nth}` : label;
}

/** `API x2` says how many there are, and its second one is `API 2`. */
const count = /\s*[([]?\s*(?:[x×*]\s?\d{1,3}|\d{1,3}\s?[x×]|\d{1,3} (?:replicas|instances|nodes|pods))\s*[)\]]?\s*$/i;
