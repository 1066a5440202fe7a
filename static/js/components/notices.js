/* Says the notices of a new page aloud: a live region speaks only of what comes after it. */

const A_MOMENT = 150;

export function start(region) {
  const said = [...region.children];
  region.replaceChildren();
  setTimeout(() => region.append(...said), A_MOMENT);
}
