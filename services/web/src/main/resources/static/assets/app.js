// Starts what a page asks for; every page also works without it.
import { watchAlerts } from "./alerts.js";
import { bindNeed } from "./need.js";

// htmx swaps refused forms too: the server sends them back with their errors (422).
document.addEventListener("htmx:beforeSwap", (event) => {
  const status = event.detail.xhr.status;
  if (status === 422 || status === 409) {
    event.detail.shouldSwap = true;
    event.detail.isError = false;
  }
});

// The phone's filter panel stays as open as it was.
let filtersOpen = false;
document.addEventListener("htmx:beforeSwap", () => {
  filtersOpen = document.getElementById("filters")?.open ?? false;
});
document.addEventListener("htmx:afterSwap", () => {
  const filters = document.getElementById("filters");
  if (filters && filtersOpen) {
    filters.open = true;
  }
});

// Clues that somebody types while others are still being drawn from the text stay as they are typed.
let typedClues = [];
document.addEventListener("htmx:beforeSwap", () => {
  typedClues = [...document.querySelectorAll("#clues input[type=text], [id^=elements-] input[type=text]")]
    .filter((field) => field.value.trim())
    .map((field) => [field.id, field.value]);
});
document.addEventListener("htmx:afterSwap", () => {
  for (const [id, value] of typedClues) {
    const field = document.getElementById(id);
    if (field && field.value !== value) {
      field.value = value;
    }
  }
});

// What came into the page says itself where to go on, because the pressed control may be gone.
document.addEventListener("htmx:load", ({ detail }) => {
  if (detail.elt === document.body) {
    return;
  }
  const next = detail.elt.matches("[data-focus]") ? detail.elt : detail.elt.querySelector("[data-focus]");
  next?.focus();
});

document.addEventListener("htmx:sendError", () => say(document.body.dataset.offline));
document.addEventListener("htmx:responseError", () => say(document.body.dataset.failed));

/** One polite sentence for people who do not see the page change. */
export function say(sentence) {
  const region = document.getElementById("announcements");
  if (region && sentence) {
    region.textContent = sentence;
  }
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// A filter acts as soon as it is chosen; the button is for readers without script.
for (const form of document.querySelectorAll("form[data-live]")) {
  form.addEventListener("change", () => form.requestSubmit());
}

const summary = document.querySelector(".error-summary");
if (summary) {
  summary.focus();
}

bindNeed();
watchAlerts(say);
