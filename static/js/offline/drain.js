/* Moves what was tapped into the queue; past it to the diary where nothing can be kept. */

import { drop, sendAtOnce, taps, tidy } from "./journal.js";
import { tell } from "./phone.js";
import { whyNotKept } from "./queue.js";
import { take } from "./take.js";

/* Why nothing can be kept here; nothing where all went well. */
export async function drain(root) {
  tidy();
  const waiting = taps();
  const trouble = waiting.length ? await take(waiting).then(() => "", whyNotKept) : "";
  if (!trouble || (await isSent(root, waiting))) drop(waiting);
  return trouble;
}

async function isSent(root, waiting) {
  const { body } = await sendAtOnce(root, document.querySelector("[name=csrf_token]")?.value, waiting);
  if (body?.answers) tell({ answers: body.answers });
  return Boolean(body?.answers);
}
