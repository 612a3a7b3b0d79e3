import { expect, test } from "vitest";
import { isAnsweredBy } from "./answered.ts";

const tries = "How many tries are too many, and what does the client hear then?";
const learns = "How does it learn that a process behind it is gone, and how many visitors pay until it has?";
const worse = "Everybody tries again while it is overloaded. What keeps that from making it worse?";
const worst = '"10,000 opens a second" (design 3): is that on average or in the worst minute?';
const stops = 'You write "we retry at most twice" (design 13). When does one stop trying, and what is said then?';
const divides = 'By what do you decide where something goes when design 15 says "Partition"?';
const measured = "Where is that measured, at your server or at the visitor, and what lies between the two?";

test.each([
  [tries, "on a collision we draw again, three times at most, then the client gets a 503"],
  [tries, "a taken code is drawn again up to 5 times"],
  [stops, "we retry at most twice"],
  [divides, "Partition by event."],
  [learns, "the load balancer leaves out whoever fails its health check"],
  [worse, "we retry with exponential backoff and jitter"],
  [worst, "Reads: 10,000 opens a second at the peak."],
  [measured, "p99 is 50 ms, measured at the gateway"],
  ["How many requests go to the dead one until it is noticed?", "about 250 requests hit the dead one, as we probe it"],
  [
    "The row is changed and then that message is lost. How long does the old answer live?",
    "at most 60 seconds, by TTL",
  ],
  ["By code or by owner, and which of your requests then has to ask every one of them?", "we shard by code"],
  ["Which loss does the provider promise against?", "the provider promises against the loss of one zone"],
])("%s is answered by: %s", (question, text) => {
  expect(isAnsweredBy(question, text)).toBe(true);
});

test.each([
  [tries, "collisions are handled by retrying with a salt"],
  [stops, "we retry, and a hold answers within 300 ms"],
  [divides, "We partition the table when it grows."],
  [learns, "the load balancer sends requests to one of them"],
  [learns, "there is no health check yet"],
  [worse, "a client retries when it hears nothing"],
  [worst, "We plan for 10,000 opens a second."],
  ["How many requests go to the dead one until it is noticed?", "we get 100 writes a second"],
  ["How long does the old answer live?", "the cache is invalidated on update"],
  ["Which of those signs do people confuse on paper, and do you keep them?", "codes are base 62"],
])("%s is not answered by: %s", (question, text) => {
  expect(isAnsweredBy(question, text)).toBe(false);
});
