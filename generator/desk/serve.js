// Reloads the page when the site has been built anew, and shows what is wrong
// with it in the meantime. Only tonggao serve adds this to a page.
"use strict";
(() => {
  const { version: mine, style: styleAddress, forms, change } = document.currentScript.dataset;
  let source = null;
  let panel = null;

  const element = (name, className, text) => {
    const e = document.createElement(name);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  };

  const open = () => {
    if (source || document.hidden) return;
    source = new EventSource("/.tonggao/news");
    source.onmessage = (event) => {
      const news = JSON.parse(event.data);
      if (news.version !== mine) return location.reload();
      show(news.problems);
    };
  };

  // A browser keeps few connections to one server: a tab that nobody sees gives
  // its own back.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) return open();
    if (source) source.close();
    source = null;
  });
  addEventListener("pageshow", open);
  addEventListener("pagehide", () => {
    if (source) source.close();
    source = null;
  });
  open();

  // The way to the forms that change this page; the forms show the page in a frame.
  const offer = () => {
    if (!forms || window.top !== window) return;
    const corner = element("nav");
    const shadow = corner.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = styleAddress;
    const link = element("a", "change", change);
    link.href = forms + "?at=" + encodeURIComponent(location.pathname);
    link.hidden = true;
    style.onload = () => { link.hidden = false; };
    shadow.append(style, link);
    document.body.append(corner);
  };
  if (document.readyState === "loading") addEventListener("DOMContentLoaded", offer);
  else offer();

  const show = (problems) => {
    if (panel) panel.remove();
    panel = null;
    if (problems.every((p) => p.level === "note")) return; // nothing to mend
    const errors = problems.filter((p) => p.level === "error").length;
    panel = element("aside");
    const shadow = panel.attachShadow({ mode: "open" });
    const style = element("link");
    style.rel = "stylesheet";
    style.href = styleAddress;
    const box = element("details", errors ? "box error" : "box");
    box.open = errors > 0;
    box.setAttribute("role", errors ? "alert" : "status");
    box.append(element("summary", "", title(errors, problems.length - errors)));
    const list = element("ol");
    for (const p of problems) list.append(entry(p));
    box.append(list);
    box.hidden = true; // until its style is there
    style.onload = style.onerror = () => { box.hidden = false; };
    shadow.append(style, box);
    document.body.append(panel);
  };

  const title = (errors, others) => {
    if (errors === 0) return others + " 条提醒";
    const more = others ? "，" + others + " 条提醒" : "";
    return errors + " 处错误" + more + "：页面停在上一次没有错误的时候，改正后自动更新";
  };

  const entry = (p) => {
    const e = element("li", p.level);
    if (p.place) e.append(element("code", "", p.place));
    e.append(element("p", "", p.message));
    if (p.hint) e.append(element("p", "hint", p.hint));
    return e;
  };
})();
