// The preview's own script: reloads the page after a build and shows what is wrong in the content.
// `sitegen serve` puts it into the pages it serves; it is never part of the site.
(() => {
  "use strict";
  let connected = false;

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
    for (const problem of status.problems) box.append(line(problem, "padding-top:.2rem"));
    document.body.append(box);
  }

  function connect() {
    const scheme = location.protocol === "https:" ? "wss://" : "ws://";
    const socket = new WebSocket(`${scheme}${location.host}/livereload`);
    socket.onopen = () => {
      if (connected) location.reload();
      connected = true;
    };
    socket.onmessage = (event) => {
      const message = JSON.parse(event.data);
      if (message.command === "reload") location.reload();
      if (message.command === "status") banner(message);
    };
    socket.onclose = () => setTimeout(connect, 1000);
  }

  connect();
})();
