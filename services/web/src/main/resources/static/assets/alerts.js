// Alerts that arrive while one watches. One tab holds the stream and tells the others, because a
// browser keeps only a few connections to one address.
const CHANNEL = "musubi-alerts";
const FIRST_PAUSE = 5000;
const LONGEST_PAUSE = 120000;

export function watchAlerts(say) {
  const body = document.body;
  if (!body.dataset.alerts || !("EventSource" in window)) {
    return;
  }
  const channel = "BroadcastChannel" in window ? new BroadcastChannel(CHANNEL) : null;
  let last = Number(body.dataset.lastAlert || 0);

  const arrived = (alert) => {
    if (alert.id && Number(alert.id) <= last) {
      return;
    }
    last = Math.max(last, Number(alert.id) || last);
    count(1);
    show(alert, say);
  };
  const state = (on) => {
    for (const note of document.querySelectorAll("[data-live-state]")) {
      note.classList.toggle("on", on);
      note.textContent = on ? note.dataset.on : note.dataset.off;
    }
  };
  channel?.addEventListener("message", ({ data }) => {
    if (data.kind === "alert") {
      arrived(data.alert);
    } else if (data.kind === "state") {
      state(data.on);
    } else if (data.kind === "hello" && source) {
      channel.postMessage({ kind: "state", on: source.readyState === EventSource.OPEN });
    }
  });

  let source = null;
  let pause = FIRST_PAUSE;
  const open = () => {
    const after = last ? `?after=${last}` : "";
    source = new EventSource(body.dataset.alerts + after);
    source.addEventListener("open", () => {
      pause = FIRST_PAUSE;
      state(true);
      channel?.postMessage({ kind: "state", on: true });
    });
    source.addEventListener("error", () => {
      state(false);
      channel?.postMessage({ kind: "state", on: false });
      // A refusal (too many open pages, a service away) ends an EventSource for good.
      if (source.readyState === EventSource.CLOSED) {
        setTimeout(open, pause);
        pause = Math.min(pause * 2, LONGEST_PAUSE);
      }
    });
    source.addEventListener("alert", (event) => {
      const alert = { id: event.lastEventId, data: event.data };
      arrived(alert);
      channel?.postMessage({ kind: "alert", alert });
    });
  };
  window.addEventListener("pagehide", () => source?.close());
  if (navigator.locks && channel) {
    navigator.locks.request(CHANNEL, () => {
      open();
      return new Promise((done) => window.addEventListener("pagehide", done));
    });
    channel.postMessage({ kind: "hello" });
  } else {
    open();
  }
}

function count(more) {
  for (const badge of document.querySelectorAll("[data-unread]")) {
    const next = Number(badge.dataset.unread || 0) + more;
    badge.dataset.unread = String(next);
    badge.firstElementChild.textContent = next > 99 ? "99+" : String(next);
    badge.hidden = next === 0;
  }
}

// Several alerts within a moment are one sentence.
let waiting = 0;
let timer = 0;
function show(alert, say) {
  waiting += 1;
  clearTimeout(timer);
  timer = setTimeout(() => {
    const sentence = waiting === 1 ? document.body.dataset.arrivedOne : document.body.dataset.arrived.replace("{0}", String(waiting));
    waiting = 0;
    const list = document.getElementById("alert-list");
    if (list && window.htmx) {
      window.htmx.trigger(list, "musubi:arrived");
    } else {
      toast(sentence);
    }
    say(sentence);
  }, 400);
}

function toast(sentence) {
  const place = document.getElementById("toast");
  if (!place) {
    return;
  }
  const link = document.createElement("a");
  link.href = "/alerts";
  link.textContent = sentence;
  place.replaceChildren(link);
  setTimeout(() => place.replaceChildren(), 12000);
}
