"use strict";
// Filters, the scale of the timeline, and the way to the evidence. All words are already in the page.
(function () {
  const $ = (id) => document.getElementById(id);
  const all = (what, root) => Array.from((root || document).querySelectorAll(what));
  const form = $("filters"), items = all(".item"), events = all(".event");
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const DAY = 864e5, day = (iso) => Date.parse(iso + "T00:00:00Z");
  form.hidden = false;

  function wanted(item, f) {
    const d = item.dataset;
    if (f.who && !(d.who || "").includes(" " + f.who + " ")) return false;
    if (d.status !== undefined && !f.status.has(d.status)) return false;
    if (d.status !== undefined && (f.from || f.to)) {
      if (!d.first) return false;
      if (f.from && d.last < f.from) return false;
      if (f.to && d.first > f.to) return false;
    }
    return f.words.every((word) => texts.get(item).includes(word));
  }

  function apply() {
    const f = {
      who: $("who").value, from: $("from").value, to: $("to").value,
      words: $("search").value.toLowerCase().split(/\s+/).filter(Boolean),
      status: new Set(all("[name=status]:checked").map((box) => box.value)),
    };
    for (const item of items) item.toggleAttribute("hidden", !wanted(item, f));
    for (const group of all(".group")) {
      const left = all(".item", group).filter((item) => !item.hidden).length;
      group.hidden = left === 0;
      if (left && (f.words.length || f.who)) group.open = true;
    }
    const shown = events.filter((event) => !event.hidden);
    $("count").textContent = shown.length + " of " + events.length + " events";
    const nothing = document.querySelector(".nothing");
    nothing.hidden = shown.length > 0 || !events.length;
    nothing.textContent = "No event fits. Widen the filters, or press “Show all”.";
    rove(shown);
    draw(shown);
  }

  // One stop for the Tab key; arrows, Home and End move from row to row.
  function rove(shown) {
    const now = document.activeElement;
    for (const event of events) event.firstElementChild.tabIndex = -1;
    const keep = shown.find((event) => event.firstElementChild === now) || shown[0];
    if (keep) keep.firstElementChild.tabIndex = 0;
  }

  function draw(shown) {
    const axis = document.querySelector(".axis"), chart = document.querySelector(".chart");
    axis.replaceChildren();
    const dated = shown.filter((event) => event.dataset.first);
    axis.hidden = !dated.length;
    if (!dated.length) return;
    const published = chart.dataset.published.split(" ").filter(Boolean).map(day);
    const [low, high] = range(dated, published);
    const at = (time) => Math.min(100, Math.max(0, ((time - low) / (high - low)) * 100));
    const place = (time, shift) => "calc(" + at(time) + "% - " + ((at(time) / 100) * 12 - shift) + "px)";
    for (const event of shown) {
      const bar = event.querySelector(".bar");
      bar.hidden = !event.dataset.first;
      if (bar.hidden) continue;
      const first = day(event.dataset.first), last = day(event.dataset.last) + DAY;
      bar.style.left = place(first, 0);
      bar.style.width = last - first > DAY ? Math.max(0.1, at(last) - at(first)) + "%" : "12px";
      bar.classList.toggle("off", first >= high || last <= low);
    }
    for (const tick of ticks(low, high)) {
      const label = document.createElement("span");
      label.textContent = tick[1];
      label.style.left = place(tick[0], 6);
      axis.append(label);
      inside(label, axis);
    }
    for (const old of all(".lane i")) old.remove();
    const rules = published.filter((time) => time >= low && time <= high);
    for (const event of rules.length > 12 ? [] : shown) {
      for (const time of rules) {
        const line = document.createElement("i");
        line.style.left = place(time, 6);
        event.querySelector(".lane").prepend(line);
      }
    }
  }

  // A label at either end moves in, so that the page is never wider than the window.
  function inside(label, axis) {
    const box = label.getBoundingClientRect(), room = axis.getBoundingClientRect();
    label.style.marginLeft = Math.max(0, room.left - box.left) - Math.max(0, box.right - room.right) + "px";
  }

  // The days to draw to scale: the dense middle with some room; what lies far off stands at the edge.
  function range(dated, published) {
    const days = dated.flatMap((event) => [day(event.dataset.first), day(event.dataset.last) + DAY]);
    const sorted = days.concat(published).sort((a, b) => a - b);
    const share = (part) => sorted[Math.round((sorted.length - 1) * part)];
    let low = sorted[0], high = sorted[sorted.length - 1];
    const middle = Math.max(share(0.85) - share(0.15), 7 * DAY);
    low = Math.max(low, share(0.15) - 1.5 * middle);
    high = Math.min(high, share(0.85) + 1.5 * middle);
    return high - low < 2 * DAY ? [low - DAY, high + DAY] : [low, high];
  }

  function ticks(low, high) {
    const span = (high - low) / DAY, out = [];
    const months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
    const narrow = document.documentElement.clientWidth < 736 ? 4 : 6;
    if (span < 70) {
      const step = Math.max(1, Math.ceil(span / narrow));
      for (let time = Math.ceil(low / DAY) * DAY; time <= high; time += step * DAY) {
        const at = new Date(time);
        out.push([time, at.getUTCDate() + " " + months[at.getUTCMonth()]]);
      }
      return out;
    }
    const months_ = span / 30.4, step = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600].find((n) => months_ / n <= narrow) || 1200;
    const first = new Date(low);
    let number = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + 0.01) / step) * step;
    for (let time = Date.UTC(0, number); number < 120000; number += step) {
      time = new Date(Date.UTC(2000, 0)).setUTCFullYear(Math.floor(number / 12), number % 12);
      if (time > high) break;
      const year = Math.floor(number / 12);
      out.push([time, step < 12 ? months[number % 12] + " " + year : String(year)]);
    }
    return out;
  }

  function toggle(button, open) {
    button.setAttribute("aria-expanded", String(open));
    $(button.getAttribute("aria-controls")).hidden = !open;
  }

  function choose(number) {
    $("who").value = $("who").value === number ? "" : number;
    apply();
    $("timeline-h").scrollIntoView({ behavior: "instant" });
    $("count").textContent += $("who").value ? " with " + $("who").selectedOptions[0].text : "";
  }

  function go(id) {
    const place = $(id);
    if (!place) return;
    const article = place.closest("details");
    if (article) { article.hidden = false; article.open = true; }
    for (const old of all(".here")) old.classList.remove("here");
    for (let next = place.nextSibling; next && !(next.id && next.tagName === "I"); next = next.nextSibling) {
      if (next.nodeType === 3) {
        const words = document.createElement("span");
        next.replaceWith(words);
        words.append(next);
        next = words;
      }
      next.classList.add("here");
    }
    const next = place.nextElementSibling || place;
    next.setAttribute("tabindex", "-1");
    next.scrollIntoView({ block: "center", behavior: "instant" });
    next.focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const button = event.target.closest(".event > button");
    if (button) return toggle(button, button.getAttribute("aria-expanded") !== "true");
    const chooser = event.target.closest("[data-choose]");
    if (chooser) return choose(chooser.dataset.choose);
    const link = event.target.closest("a[href^='#a']");
    if (link && /^#a\d/.test(link.getAttribute("href"))) {
      event.preventDefault();
      history.replaceState(null, "", link.getAttribute("href"));
      go(link.getAttribute("href").slice(1));
    }
  });
  document.addEventListener("keydown", (event) => {
    const place = event.target.closest(".place[data-choose]");
    if (place && (event.key === "Enter" || event.key === " ")) { event.preventDefault(); return choose(place.dataset.choose); }
    const button = event.target.closest(".event > button");
    if (!button) return;
    const shown = events.filter((one) => !one.hidden).map((one) => one.firstElementChild);
    const at = shown.indexOf(button);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (event.key === "Escape") toggle(button, false);
    if (to === undefined || !shown[to]) return;
    event.preventDefault();
    button.tabIndex = -1;
    shown[to].tabIndex = 0;
    shown[to].focus();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", apply);
  form.addEventListener("change", apply);
  $("everything").addEventListener("click", () => { form.reset(); apply(); });
  window.addEventListener("resize", () => draw(events.filter((event) => !event.hidden)));
  window.addEventListener("beforeprint", () => { for (const box of all("details")) box.open = true; });
  for (const event of events) toggle(event.firstElementChild, false); // without a script all evidence stays open
  apply();
  if (/^#a\d/.test(location.hash)) go(location.hash.slice(1));
})();
