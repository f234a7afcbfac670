(() => {
  "use strict";
  const drawer = document.createElement("aside");
  drawer.className = "why-drawer";
  drawer.hidden = true;
  drawer.setAttribute("aria-label", "Why this number");
  const bar = document.createElement("div");
  bar.className = "bar-top";
  const title = document.createElement("span");
  title.textContent = "Why?";
  const button = (text, act) => {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = text;
    b.addEventListener("click", act);
    return b;
  };
  const content = document.createElement("div");
  const trail = [];
  let opener = null;

  const show = id => {
    const target = document.getElementById(id);
    if (!target) return;
    const copy = target.cloneNode(true);
    copy.removeAttribute("id");
    copy.querySelectorAll("[id]").forEach(e => e.removeAttribute("id"));
    content.replaceChildren(copy);
    back.disabled = trail.length < 2;
    drawer.hidden = false;
    drawer.scrollTop = 0;
  };
  const open = id => {
    trail.push(id);
    show(id);
  };
  const close = () => {
    drawer.hidden = true;
    trail.length = 0;
    if (opener) opener.focus();
  };
  const back = button("Back", () => {
    trail.pop();
    show(trail[trail.length - 1]);
  });
  const there = button("Go there", () => {
    const id = trail[trail.length - 1];
    close();
    location.hash = id;
  });
  bar.append(title, back, there, button("Close", close));
  drawer.append(bar, content);
  document.body.append(drawer);

  const traced = /^#(n-\d+|c-\d+|s\d+-\d+)$/;
  document.addEventListener("click", e => {
    if (e.defaultPrevented || e.button !== 0 || e.metaKey || e.ctrlKey || e.shiftKey || e.altKey) return;
    const link = e.target.closest && e.target.closest("a[href^='#']");
    if (!link || !traced.test(link.getAttribute("href"))) return;
    e.preventDefault();
    if (!drawer.contains(link)) {
      opener = link;
      trail.length = 0;
    }
    open(link.getAttribute("href").slice(1));
  });

  // j and k walk the numbers, w asks why, Escape closes.
  document.addEventListener("keydown", e => {
    if (e.ctrlKey || e.metaKey || e.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(e.target.tagName)) return;
    const now = document.activeElement;
    if (e.key === "Escape" && !drawer.hidden) close();
    else if (e.key === "w" && now && now.classList.contains("n")) now.click();
    else if (e.key === "j" || e.key === "k") {
      const chips = [...document.querySelectorAll("main .n")].filter(c => c.checkVisibility ? c.checkVisibility() : c.offsetParent);
      const at = chips.indexOf(now);
      const next = chips[at + (e.key === "j" ? 1 : -1)] || chips[0];
      if (next) next.focus();
    }
  });

  let opened = [];
  addEventListener("beforeprint", () => {
    opened = [...document.querySelectorAll("details:not([open])")];
    opened.forEach(d => { d.open = true; });
  });
  addEventListener("afterprint", () => {
    opened.forEach(d => { d.open = false; });
  });
})();
