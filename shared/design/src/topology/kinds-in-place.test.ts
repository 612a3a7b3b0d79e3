import { expect, test } from "vitest";
import { linesOf } from "../text/lines.ts";
import { reporter } from "../text/report.ts";
import { readTopology } from "./read-topology.ts";

/** The kind of each component, and what is asked of them. */
function drawn(lines: string) {
  const { tell, findings } = reporter("design", linesOf(lines));
  const { components } = readTopology(`\`\`\`mermaid\nflowchart LR\n${lines}\n\`\`\`\n`, tell);
  const kinds = components.map(({ id, kind, replicas }) => `${id} ${kind}${replicas === 1 ? "" : ` x${replicas}`}`);
  return { kinds: kinds.join(", "), asked: findings.flatMap((f) => (f.rule === "unknown-kind" ? [f.message] : [])) };
}

test("what only a queue leads to is a worker, whatever it is called", () => {
  const writer = (label: string) => `c[Client] --> api[API] -.-> q[[write queue]] --> w[${label}] --> db[(Postgres)]`;
  for (const label of ["Writer", "Schreiber", "Persistence service", "click-ingester x2"])
    expect(drawn(writer(label)), label).toMatchObject({ kinds: expect.stringContaining("w worker"), asked: [] });
  // What is called otherwise as well, or answers, is none.
  expect(drawn(`${writer("Stats service")}\nc --> w`).kinds).toContain("w service");
  expect(drawn(`${writer("Stats service")}\nw --> q`).kinds).toContain("w service");
  // The only service answers the API, however it is drawn.
  expect(drawn("c[Client] --> q[[Kafka]] --> api[API] --> db[(Postgres)]").kinds).toContain("api service");
  // Beside a worker that takes from the queue it has to write somewhere.
  expect(drawn(`${writer("Click worker")}\nq --> a[Analytics]`).asked).toHaveLength(1);
});

test("a name that says nothing is a service where it is asked from outside and keeps something", () => {
  const between = (label: string) => `c[Client] --> gw[Gateway] --> s["${label}"] --> db[(Postgres)]`;
  for (const label of ["Shortener x3", "Redirector<br/>replicas: 3", "Služba rezervací ×3", "Shortener (3 pods)"])
    expect(drawn(between(label)), label).toEqual({
      kinds: "c client, gw gateway, s service x3, db database",
      asked: [],
    });
  expect(drawn("Ana --> shortener --> db[(Postgres)]").asked).toEqual([]);
  expect(drawn("c[Client] --> waf[WAF] --> api[API] --> db[(Postgres)]").asked).toHaveLength(1);
  expect(drawn("c[Client] --> api[API] --> odyssey[Odyssey] --> db[(Postgres)]").asked).toHaveLength(1);
});

test("who takes rows from the database and hands them to a queue is a worker, not somebody outside", () => {
  const more = "c[Client] --> api[API] --> db[(Postgres)]\nn[Notification worker]\nk[[Kafka]] -.-> n";
  for (const label of ["Outbox relay", "Publisher", "Debezium"])
    expect(drawn(`${more}\nr[${label}] --> db\nr -.-> k`).kinds, label).toContain("r worker");
  expect(drawn(`${more}\nr[Ana] --> db`).kinds).toContain("r client");
});

test("a gateway with what it hands requests to in its box is the service where no other is drawn", () => {
  const alone = (label: string) => `b[Browser] --> n["${label}"] --> r[(Redis)]\nn --> m[(MySQL)]`;
  for (const label of [
    "nginx + php-fpm",
    "nginx/unicorn",
    "Nginx and our Go binary",
    "HAProxy (Tomcat)",
    "nginx, PHP-FPM",
  ])
    expect(drawn(alone(label)), label).toMatchObject({ kinds: expect.stringContaining("n service"), asked: [] });
  expect(drawn(alone("nginx + php-fpm, 2 servers")).kinds).toContain("n service x2");
  for (const label of ["nginx", "nginx x2, 2 nodes", "nginx (TLS, rate limit)", "Load balancer + WAF", "API gateway"])
    expect(drawn(alone(label)).kinds, label).toContain("n gateway");
  // What is drawn behind it answers.
  expect(drawn(`${alone("nginx + php-fpm")}\nn --> api[API] --> m`).kinds).toContain("n gateway");
  expect(drawn("b[Browser] --> n[nginx + lua] --> s[Shortener] --> m[(MySQL)]").kinds).toContain("n gateway");
});

test("what is called after its cache as well is the service where no other one is drawn", () => {
  const two = (label: string) =>
    `b[Browser] --> lb[HAProxy]\nlb --> a1["${label}"] --> db[(Postgres)]\nlb --> a2["${label}"] --> db`;
  expect(drawn(two("Spring Boot<br/>Caffeine-Cache")).kinds).toContain("a1 service");
  expect(drawn(`${two("Redis cache")}\nlb --> api[API] --> db`).kinds).toContain("a1 cache");
  expect(drawn("b[Browser] --> api[API] --> r[(Redis cache)]\napi --> db[(Postgres)]").kinds).toContain("r cache");
});

test("what people look at is a client also where it leads to somebody outside besides", () => {
  const kinds = drawn(
    "web[Web] --> api[API] --> db[(Postgres)]\nweb -->|authorise card| psp[Stripe]\napi --> psp",
  ).kinds;
  expect(kinds).toContain("web client");
  expect(drawn("web[Web] --> psp[Stripe]\nweb --> db[(Postgres)]").kinds).toContain("web service");
});
