import type { Component } from "@proofroom/domain/design/model";

/** A component with its place in the document, and whether its kind is but a guess. */
export interface Drawn {
  component: Component;
  at: number;
  isGuessed: boolean;
}
