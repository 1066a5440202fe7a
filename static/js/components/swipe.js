/* Follows the arrow to the page before or after when one finger sweeps sideways across an element. */

const FAR_ENOUGH = 60;

/* "next" for a sweep to the left, "prev" for one to the right, null for a tap or a scroll. */
export function sweep(from, to) {
  const [across, along] = [to.clientX - from.clientX, to.clientY - from.clientY];
  if (Math.abs(across) < FAR_ENOUGH || Math.abs(across) < 2 * Math.abs(along)) return null;
  return across < 0 ? "next" : "prev";
}

export function start(element) {
  let from = null;
  element.addEventListener("touchstart", (event) => {
    from = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  element.addEventListener("touchend", (event) => {
    const to = from && sweep(from, event.changedTouches[0]);
    if (to) element.querySelector(`a[rel="${to}"]`)?.click();
  }, { passive: true });
}
