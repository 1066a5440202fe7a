"""The diary as an app on the phone: manifest, service worker, and the page without a network."""
