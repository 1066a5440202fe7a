/* Sends the address of a link through another app, or copies it, where the browser can. */

export function start(row) {
  const { address } = row.dataset;
  const [share, copy] = ["share", "copy"].map((name) => row.querySelector(`[data-does=${name}]`));
  share.hidden = !navigator.share;
  copy.hidden = !navigator.clipboard;
  row.hidden = share.hidden && copy.hidden;
  share.addEventListener("click", () => navigator.share({ url: address }).catch(() => {}));
  copy.addEventListener("click", () => copied(address, row.querySelector("[role=status]")));
}

async function copied(address, status) {
  const told = navigator.clipboard.writeText(address).then(() => "Copied.", () => "Not copied: this browser refuses. Select the address instead.");
  status.textContent = await told;
}
