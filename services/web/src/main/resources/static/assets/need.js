// Examples that fill the field instead of sending it at once, so that people can change them.
export function bindNeed() {
  const field = document.getElementById("need-text");
  if (!field) {
    return;
  }
  keepAcrossLanguages(field);
  for (const example of document.querySelectorAll("button[data-example]")) {
    example.addEventListener("click", (event) => {
      event.preventDefault();
      field.value = example.dataset.example;
      field.form.requestSubmit();
      field.focus({ preventScroll: true });
    });
  }
}

// What was typed survives the switch of language; it stays in this tab and is forgotten at once.
const KEPT = "musubi-need";

function keepAcrossLanguages(field) {
  const kept = sessionStorage.getItem(KEPT);
  sessionStorage.removeItem(KEPT);
  if (kept && !field.value) {
    field.value = kept;
    // By then htmx knows the form.
    document.addEventListener("DOMContentLoaded", () => field.form.requestSubmit());
  }
  for (const link of document.querySelectorAll("a.language")) {
    link.addEventListener("click", () => {
      if (field.value.trim()) {
        sessionStorage.setItem(KEPT, field.value);
      }
    });
  }
}
