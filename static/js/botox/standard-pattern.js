/* Fills in the standard pattern at once; without script the button asks the server to. */

export function start(button) {
  button.addEventListener("click", (event) => {
    event.preventDefault();
    const { units, sites } = button.form.elements;
    units.value = button.dataset.units;
    sites.value = button.dataset.sites;
  });
}
