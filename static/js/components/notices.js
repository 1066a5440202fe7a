/* Says the notices of a new page aloud: a live region speaks only of what comes after it.
   They leave and come back before anything is painted. */

export function start(region) {
  const said = [...region.children];
  region.replaceChildren();
  requestAnimationFrame(() => region.append(...said));
}
