/**
 * Renews the preview once somebody pauses in typing, by the button that does it without a script.
 * A frame that is new keeps its first page out of the history, so that Back still leaves the form.
 */
export const script = `(() => {
  const form = document.querySelector('form[data-preview]');
  const button = form && form.querySelector('button[data-preview]');
  if (!button || !form.requestSubmit) return;
  const pauseMs = 600;
  let timer;
  const renew = () => {
    const frame = form.querySelector('iframe[name=preview]');
    const fresh = frame.cloneNode(false);
    fresh.removeAttribute('src');
    frame.replaceWith(fresh);
    form.requestSubmit(button);
  };
  form.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(renew, pauseMs);
  });
  if (!form.querySelector('iframe[name=preview][src]')) renew();
  form.addEventListener('submit', () => clearTimeout(timer));
})();
`;
