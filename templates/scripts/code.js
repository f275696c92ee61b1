/* A button to copy each block of code. Without scripts it can be selected as any text. */
const model = $('#copy-code'), live = $('#live');
for (const pre of $$('.code pre')) {
  const button = model.content.firstElementChild.cloneNode(true), was = button.textContent;
  button.addEventListener('click', async () => {
    try {
      await navigator.clipboard.writeText(pre.textContent.trimEnd() + '\n');
    } catch {
      getSelection().selectAllChildren(pre);
      d.execCommand('copy');
    }
    button.textContent = live.textContent = button.dataset.done;
    setTimeout(() => { button.textContent = was; live.textContent = ''; }, 1600);
  });
  pre.parentNode.append(button);
}
