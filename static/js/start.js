/* Starts the module that an element names in data-module, for example data-module="days/picker". */

export async function start(element) {
  const module = await import(`./${element.dataset.module}.js`);
  module.start(element);
}

for (const element of document.querySelectorAll("[data-module]")) start(element);
