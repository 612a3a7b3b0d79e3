import type { Moment } from "./moments.ts";

/** Moments of one kind that lie so close together that one mark stands for them all. */
export interface Cluster {
  moments: [Moment, ...Moment[]];
  minute: number;
  /** How many marks of other kinds stand above it. */
  step: number;
}

/** The marks of a row: `width` is that of one, in minutes, so that none lies on another. */
export function clustersOf(moments: readonly Moment[], width: number): Cluster[] {
  const clusters: Cluster[] = [];
  for (const moment of moments) {
    const near = clusters.findLast(
      ({ moments: [first], minute }) => first.icon === moment.icon && moment.minute - minute < width,
    );
    if (near === undefined) clusters.push({ moments: [moment], minute: moment.minute, step: 0 });
    else near.moments.push(moment);
  }
  const ends: number[] = [];
  for (const cluster of clusters) {
    const free = ends.findIndex((end) => end <= cluster.minute);
    cluster.step = free < 0 ? ends.length : free;
    ends[cluster.step] = cluster.minute + width;
  }
  return clusters;
}
