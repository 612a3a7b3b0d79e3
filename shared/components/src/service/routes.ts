import { asciiAddress } from "@proofroom/domain/ascii-address";
import type { Operation } from "@proofroom/domain/design/model";

interface Route {
  operation: Operation;
  pattern: RegExp;
  names: string[];
  /** Segments of the path that are given, not named, and then what is given beside a name: of two routes that fit, the one with more is meant. */
  literals: [segments: number, beside: number];
}

export type Match =
  | { found: "operation"; operation: Operation; path: Record<string, string> }
  | { found: "other-methods"; methods: string[] }
  | { found: "nothing" };

/** Finds the operation for a request; `/links/mine` goes before `/links/{code}`, however they are ordered. */
export function createRoutes(operations: Operation[]): (method: string, pathname: string) => Match {
  const routes = operations
    .map(routeOf)
    .toSorted((a, b) => b.literals[0] - a.literals[0] || b.literals[1] - a.literals[1]);
  return (method, pathname) => {
    const wanted = method === "HEAD" ? "GET" : method;
    const methods = new Set<string>();
    for (const { operation, pattern, names } of routes) {
      const found = pattern.exec(pathname);
      if (found === null) continue;
      const values = found.slice(1).map(decoded);
      if (values.includes(null)) continue;
      if (operation.method !== wanted) methods.add(operation.method);
      else {
        const path = Object.fromEntries(names.map((name, n) => [name, values[n] ?? ""]));
        return { found: "operation", operation, path };
      }
    }
    return methods.size > 0 ? { found: "other-methods", methods: [...methods] } : { found: "nothing" };
  };
}

function routeOf(operation: Operation): Route {
  const names: string[] = [];
  const parts = operation.path.split(/\{([^}]+)\}/);
  const text = parts.map((part, n) => {
    if (n % 2 === 0) return asciiAddress(part).replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    names.push(part);
    return "([^/]+)";
  });
  const pattern = new RegExp(`^${text.join("").replace(/\/$/, "")}/?$`);
  const segments = operation.path.split("/").filter((part) => part !== "");
  const given = segments.filter((part) => !part.includes("{"));
  const beside = segments
    .filter((part) => !given.includes(part))
    .join("")
    .replaceAll(/\{[^}]+\}/g, "");
  return { operation, pattern, names, literals: [given.length, beside.length] };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
