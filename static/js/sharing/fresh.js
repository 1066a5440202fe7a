/* Asks again for a page that the browser brings back by itself: meanwhile it may have been withdrawn. */

export function start() {
  addEventListener("pageshow", (event) => {
    if (event.persisted) location.reload();
  });
}
