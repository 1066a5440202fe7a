"""Browsers that lack something: each a script that takes it away before those of a page run."""


def without(owner: str, *names: str) -> str:
    """An object that has none of these, and finds nothing under their names."""
    gone = "{ value: undefined, configurable: true }"
    return "".join(f"Object.defineProperty({owner}, '{name}', {gone});" for name in names)


NO_BUTTON = """
const WithButton = FormData;
window.FormData = class extends WithButton {
  constructor(form) {
    super(...(form ? [form] : []));
  }
};
"""
NO_SUBMITTER = without("SubmitEvent.prototype", "submitter")
NO_LOCKS = without("Navigator.prototype", "locks")
NO_CHANNEL = without("window", "BroadcastChannel")
NO_WORKER = without("Navigator.prototype", "serviceWorker") + without("window", "caches")
NO_ZONES = """
const Clock = Intl.DateTimeFormat;
Intl.DateTimeFormat = function (locale, options = {}) {
  if (options.timeZone && options.timeZone !== "UTC") throw new RangeError(`no ${options.timeZone}`);
  return new Clock(locale, options);
};
"""
NO_STORAGE = """
for (const name of ["localStorage", "sessionStorage"]) {
  Object.defineProperty(window, name, {
    get() {
      throw new DOMException("refused", "SecurityError");
    },
  });
}
"""
WORKER_REFUSED = """
ServiceWorkerContainer.prototype.register = async () => {
  throw new TypeError("module workers are not supported");
};
"""
PLAIN_HTTP = (
    NO_WORKER
    + NO_LOCKS
    + without("window", "isSecureContext")
    + without("Crypto.prototype", "randomUUID")
)
YOUNGER_THAN_2021 = (
    NO_BUTTON
    + NO_SUBMITTER
    + NO_LOCKS
    + NO_CHANNEL
    + without("Crypto.prototype", "randomUUID")
    + without("AbortSignal", "timeout", "any")
    + without("Array.prototype", "at", "findLast", "findLastIndex", "toSorted", "toSpliced", "with")
    + without("Object", "groupBy", "hasOwn")
    + without("HTMLFormElement.prototype", "requestSubmit")
    + without("HTMLDialogElement.prototype", "showModal")
    + without("window", "structuredClone", "requestIdleCallback", "HTMLDialogElement")
)
SAYS_OFFLINE = "Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });"

LACKING = {
    "the tapped button in FormData": NO_BUTTON,
    "the tapped button in the event": NO_SUBMITTER,
    "locks": NO_LOCKS,
    "a channel between pages": NO_CHANNEL,
    "workers": NO_WORKER,
    "workers made of modules": WORKER_REFUSED,
    "time zones": NO_ZONES,
    "storage of words": NO_STORAGE,
    "a secure context": PLAIN_HTTP,
    "what is younger than Safari 15": YOUNGER_THAN_2021,
    "a word about the network": SAYS_OFFLINE,
}

MISSING = without("window", "indexedDB")
THROWS = """
IDBFactory.prototype.open = () => {
  throw new DOMException("denied", "SecurityError");
};
"""
REFUSES = """
const open = IDBFactory.prototype.open;
IDBFactory.prototype.open = function (name) {
  return open.call(this, name, 0.5);
};
"""
SILENT = "IDBFactory.prototype.open = () => ({});"
READ_ONLY = """
IDBObjectStore.prototype.put = () => {
  throw new DOMException("no mutations", "InvalidStateError");
};
"""
FULL = READ_ONLY.replace("InvalidStateError", "QuotaExceededError")
KEEPS_NOTHING = "Not saved: this browser keeps nothing, as in a private window."
KEEPING = {
    "missing": (MISSING, KEEPS_NOTHING),
    "throws": (THROWS, KEEPS_NOTHING),
    "refuses": (REFUSES, KEEPS_NOTHING),
    "silent": (SILENT, KEEPS_NOTHING),
    "read only": (READ_ONLY, "Not saved: this browser could not keep it."),
    "full": (FULL, "Not saved: this phone has no room to keep it."),
}
"""How a browser's database can fail, and what is said then."""
