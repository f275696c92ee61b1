/* Copy buttons. Without scripts a click into a record selects it, and each is offered as a file. */
// <button data-copy="id" data-done="Copied">: records as text, references with their italics too.
const live = $('#live');
const copy = async (el, text) => {
  const blob = (type, s) => new Blob([s], { type });
  try {
    if (el.localName === 'pre' || !self.ClipboardItem) await navigator.clipboard.writeText(text);
    else await navigator.clipboard.write([new ClipboardItem({ 'text/plain': blob('text/plain', text), 'text/html': blob('text/html', new XMLSerializer().serializeToString(el)) })]);
  } catch {
    getSelection().selectAllChildren(el);
    d.execCommand('copy');
  }
};
d.addEventListener('click', async e => {
  const button = e.target.closest('[data-copy]');
  if (!button || button.dataset.was) return;
  const box = d.getElementById(button.dataset.copy);
  // Of several references the one that is shown; the letters of a formula are not its text, so it brings what they mean.
  const el = $$('.ref', box).find(each => each.offsetParent) || box;
  await copy(el, el.dataset.text || el.textContent.trim());
  button.dataset.was = button.textContent;
  button.textContent = live.textContent = button.dataset.done;
  setTimeout(() => { button.textContent = button.dataset.was; delete button.dataset.was; live.textContent = ''; }, 1600);
});
