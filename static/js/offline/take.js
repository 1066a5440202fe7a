/* Moves taps into the queue, from their page or from the worker that took them over. */

import { moved } from "./batch.js";
import { alone, change, kept } from "./phone.js";

export function take(taps) {
  return alone("queue", async () => change(moved(await kept(), taps)));
}
