import type { TestStep } from "@proofroom/domain/judge/functional-test";
import type { Control } from "./served.ts";

/** Long beside a look of a few milliseconds, and short beside the seconds for which a lock or a connection is waited for, sixteen in a row. */
const lingerMillis = 25;

/** Works while requests wait after each look at what is stored, where the step has its repetitions meet. */
export async function abreast<T>(
  step: Pick<TestStep, "abreast">,
  control: Pick<Control, "linger">,
  work: () => Promise<T>,
): Promise<T> {
  if (step.abreast !== true) return work();
  await control.linger(lingerMillis);
  try {
    return await work();
  } finally {
    await control.linger(0);
  }
}
