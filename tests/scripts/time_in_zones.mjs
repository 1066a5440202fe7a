/* Reads [zone, instant, date, clock, reading] in lines of JSON and prints those that the scripts see otherwise. */

import { createInterface } from "node:readline";
import { dateIn, instantIn } from "../../static/js/offline/queue.js";

for await (const line of createInterface({ input: process.stdin })) {
  const [zone, instant, date, clock, reading] = JSON.parse(line);
  const seen = [dateIn(zone, instant), instantIn(zone, clock)];
  if (seen[0] !== date || seen[1] !== reading) console.log(line, JSON.stringify(seen));
}
