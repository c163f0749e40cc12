// One stream per page. Rendered parts replace the elements with their ids, but never one that is in use.
const mark = document.getElementById("live");
const SILENCE = 30_000;
let source, last, seen, frozen;
const held = new Map();

const inUse = (element) =>
  element.contains(document.activeElement) ||
  element.querySelector(":popover-open, dialog[open]") ||
  (!getSelection().isCollapsed && getSelection().containsNode(element, true));

function put(part) {
  const place = document.getElementById(part.id);
  if (!place) return;
  if (inUse(place)) return held.set(part.id, part);
  held.delete(part.id);
  const csrf = document.querySelector('meta[name="csrf"]');
  for (const form of part.querySelectorAll('form[method="post"]')) {
    if (!csrf || form.elements[csrf.dataset.name]) continue;
    form.append(Object.assign(document.createElement("input"), { type: "hidden", name: csrf.dataset.name, value: csrf.content }));
  }
  htmx.swap(place, part.outerHTML, { swapStyle: "outerHTML", settleDelay: 0, swapDelay: 0 });
}

const AGE = (seconds) => (seconds < 120 ? `${seconds}\u00a0s` : `${Math.floor(seconds / 60)}\u00a0min`);

function sayAge() {
  const lost = mark.dataset.state === "lost";
  for (const foot of document.querySelectorAll("[data-live-foot]")) {
    const age = foot.querySelector("[data-live-age]");
    const seconds = Math.round((Date.now() - seen) / 1000);
    age.textContent = lost ? age.dataset.text.replace("{age}", AGE(seconds)) : "";
  }
}

function show(state) {
  if (mark.dataset.state === state) return;
  mark.dataset.state = state;
  mark.textContent = state === "lost" ? mark.dataset.lost : mark.dataset.on;
  document.documentElement.toggleAttribute("data-stale", state === "lost");
  sayAge();
}

const CLOCK = new Intl.DateTimeFormat("en-GB", { timeStyle: "medium", timeZone: mark?.dataset.zone });

function received(event) {
  seen = Date.now();
  for (const time of document.querySelectorAll("[data-live-foot] time")) {
    time.dateTime = new Date(seen).toISOString();
    time.textContent = CLOCK.format(seen);
  }
  if (event.lastEventId) last = event.lastEventId;
  show("on");
}

async function refresh() {
  const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
  if (!answer.ok || answer.redirected) return location.reload();
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of page.querySelectorAll("[data-live][id]")) put(part);
}

function open() {
  const url = new URL(mark.dataset.stream, location);
  if (last) url.searchParams.set("lastEventId", last);
  source = new EventSource(url);
  seen ??= Date.now();
  source.addEventListener("heartbeat", received);
  source.addEventListener("refresh", (event) => { received(event); refresh(); });
  source.addEventListener("part", (event) => {
    received(event);
    const template = document.createElement("template");
    template.innerHTML = event.data;
    for (const part of [...template.content.children]) put(part);
  });
  source.addEventListener("end", () => { close(); frozen = true; show("off"); });
}

function close() {
  source?.close();
  source = undefined;
}

if (mark?.dataset.stream) {
  if (!document.hidden) open();
  document.addEventListener("visibilitychange", () => {
    if (frozen) return;
    if (document.hidden) close();
    else if (!source) { seen = Date.now(); open(); }
  });
  document.addEventListener("focusout", () => setTimeout(() => held.forEach(put)));
  document.addEventListener("click", (event) => {
    if (!event.target.closest("[data-live-now]")) return;
    event.preventDefault();
    close();
    last = undefined;
    open();
    refresh();
  });
  addEventListener("pagehide", close);
  addEventListener("pageshow", ({ persisted }) => persisted && !frozen && open());
  setInterval(() => {
    if (!source || Date.now() - seen < SILENCE) return;
    show("lost");
    sayAge();
    if (source.readyState !== EventSource.CONNECTING) { close(); open(); }
  }, 5000);
}
