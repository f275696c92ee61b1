// The preview's own script: after a build that changed this page or what it shows, it reloads the page, or only its
// style sheets; and it shows what is wrong in the content.
// `sitegen serve` puts it into the pages it serves; it is never part of the site.
(() => {
  "use strict";
  // The build that made this page, as the address of this script names it.
  let mark = new URL(document.currentScript.src).search.slice(1);
  // The page as it was sent, to tell later whether only its style sheets have other names.
  const sent = source().then((text) => (text.includes(mark) ? plain(text) : ""));

  async function source() {
    return (await fetch(location.href, { cache: "no-store" })).text();
  }

  // A page without what every change of a style sheet changes: the digests in the names, and the name of the build.
  function plain(text) {
    return text.replace(/\.[0-9a-f]{10}\.css/g, ".css").replace(/livereload\.js\?[0-9a-f]+-\d+/, "");
  }

  function line(text, style) {
    const element = document.createElement("div");
    element.textContent = text;
    element.style.cssText = style;
    return element;
  }

  function banner(status) {
    document.getElementById("sitegen-preview")?.remove();
    if (!status.error && !status.problems.length) return;
    const box = document.createElement("details");
    box.id = "sitegen-preview";
    box.open = Boolean(status.error);
    box.setAttribute("role", "status");
    box.style.cssText =
      "position:fixed;z-index:2147483647;inset:auto 0 0 0;max-height:50vh;overflow:auto;padding:.6rem 1rem;" +
      "font:14px/1.5 ui-monospace,monospace;white-space:pre-wrap;overflow-wrap:anywhere;color:#fff;" +
      `background:${status.error ? "#8c1d18" : "#5c4400"}`;
    const title = document.createElement("summary");
    title.textContent = status.error ? "The site could not be built; this is the last good one." : status.title;
    title.style.cssText = "cursor:pointer;font-weight:bold";
    box.append(title);
    if (status.error) box.append(line(status.error, "padding-top:.4rem"));
    if (status.error && status.problems.length) {
      box.append(line(`${status.title} in the last good site:`, "padding-top:.6rem;font-weight:bold"));
    }
    for (const problem of status.problems) box.append(line(problem, "padding-top:.2rem"));
    document.body.append(box);
  }

  // The path of an address; a lone % stands as it is.
  function path(url) {
    try { return decodeURIComponent(url.pathname); } catch { return url.pathname; }
  }

  // Where a file of this site lies below its base; "" for an address that is none of this site's.
  function file(address, base) {
    const url = new URL(address, location.href);
    if (url.origin !== location.origin) return "";
    const asked = path(url);
    const inside = asked.startsWith(base) ? asked.slice(base.length) : asked.slice(1);
    return inside === "" || inside.endsWith("/") ? `${inside}index.html` : inside;
  }

  // Put the style sheets of the page as it is now in the place of those that are shown; false where more differs.
  async function restyled() {
    const text = await source();
    const addresses = [...text.matchAll(/<link rel="stylesheet" href="([^"&]+)">/g)].map((match) => match[1]);
    const sheets = [...document.querySelectorAll("link[rel=stylesheet]")];
    if (plain(text) !== (await sent) || addresses.length !== sheets.length) return false;
    sheets.forEach((sheet, at) => {
      if (sheet.getAttribute("href") === addresses[at]) return;
      const next = sheet.cloneNode();
      next.href = addresses[at];
      next.onload = () => sheet.remove();
      sheet.after(next);
    });
    return true;
  }

  async function update(status) {
    const seen = mark;
    mark = status.mark;
    if (mark === seen) return;
    const changed = new Set(status.changed || []);
    const shown = [location.href, ...performance.getEntriesByType("resource").map((entry) => entry.name)];
    const files = new Set(shown.map((address) => file(address, status.base)));
    if (performance.getEntriesByType("navigation")[0]?.responseStatus === 404) files.add("404.html");
    const differs = [...files].some((each) => changed.has(each) && !each.endsWith(".css"));
    if (status.changed && !differs) return;
    const styles = !status.changed || status.changed.some((each) => each.endsWith(".css"));
    if (!styles || !(await restyled().catch(() => false))) location.reload();
  }

  function connect() {
    const scheme = location.protocol === "https:" ? "wss://" : "ws://";
    const socket = new WebSocket(`${scheme}${location.host}/livereload?${new URLSearchParams({ since: mark, page: path(location) })}`);
    socket.onmessage = (event) => {
      const status = JSON.parse(event.data);
      update(status);
      banner(status);
    };
    socket.onclose = () => setTimeout(connect, 1000);
  }

  connect();
})();
