/* The colours of the page for a canvas, which knows no custom properties. */

const STRIPE = 6;

/* ink("severe") is the present value of --severe, in light or dark, as the page shows it. */
export function ink(name, host = document.body) {
  const probe = document.createElement("i");
  probe.style.forcedColorAdjust = "none"; // A drawing is told apart by its shades alone.
  probe.style.color = `var(--${name})`;
  host.append(probe);
  const colour = getComputedStyle(probe).color;
  probe.remove();
  return colour;
}

/* Slanted stripes for what is not recorded, as the hatched part of a count bar. */
export function hatching(colour) {
  const tile = document.createElement("canvas");
  tile.width = tile.height = STRIPE;
  const pen = tile.getContext("2d");
  pen.strokeStyle = colour;
  pen.lineWidth = 1.5;
  for (const start of [-STRIPE, 0, STRIPE]) {
    pen.moveTo(start, STRIPE);
    pen.lineTo(start + STRIPE, 0);
  }
  pen.stroke();
  return pen.createPattern(tile, "repeat");
}
