import type { FromComponent } from "@proofroom/domain/infrastructure/component-message";

/** Hears the supervisor that started this process, and ends with it: a component that nobody watches must not stay. */
export function fromSupervisor(listener: (message: unknown) => void): void {
  process.on("message", listener);
  process.once("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole group; the supervisor alone decides when a component goes.
  process.on("SIGINT", () => {});
}

export function tellSupervisor(message: FromComponent): void {
  process.send?.(message);
}
