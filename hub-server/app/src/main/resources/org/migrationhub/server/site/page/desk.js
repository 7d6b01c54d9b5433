// Makes forms of the desk easier to use: keeps what one writes, counts characters, says what is missing in what was
// changed, shows how much of a file is sent, and keeps a review in the browser until it is filed. Without it everything works by the forms' buttons.
(() => {
'use strict';
const help = form => {
  const words = JSON.parse(form.dataset.words);
  const status = form.querySelector('[data-saved]');
  const locale = document.documentElement.lang + '-u-nu-latn';
  const numbers = new Intl.NumberFormat(locale, { useGrouping: 'always' });
  const times = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const IDLE = 3000, PAUSE = 15000, AGAIN = 10000, MOST = 25 * 1024 * 1024, MOST_KEPT_ALIVE = 60_000;
  const touched = new Set();
  let timer = 0, last = 0, since = 0, written = false, unsent = null, saving = null, leaving = false, stopped = false, back = false;

  const filled = (text, ...values) => values.reduce((said, value, index) => said.replace('{' + index + '}', value), text);
  const say = (text, wrong) => { status.textContent = text; status.classList.toggle('over', Boolean(wrong)); };

  // counts
  const count = field => {
    const shown = document.getElementById(field.name + '-count');
    if (!shown) return;
    const length = [...field.value.replace(/\r\n/g, '\n')].length;
    shown.textContent = filled(words.count, numbers.format(length), numbers.format(shown.dataset.most));
    shown.classList.toggle('over', length > Number(shown.dataset.most));
  };

  // what is wrong with what was changed
  const complain = told => {
    for (const name of touched) {
      const field = document.getElementById(name);
      const box = field && (field.closest('.line') || field.closest('.field'));
      if (!box) continue;
      const id = name + '-wrong';
      const said = told.querySelector('[data-for="' + CSS.escape(name) + '"]');
      let shown = document.getElementById(id);
      if (said && !shown) {
        shown = document.createElement('p');
        shown.className = 'complaint';
        shown.id = id;
        shown.setAttribute('role', 'alert');
        box.querySelector('.joined, input, select, textarea, .many, .option, .lines, .field').before(shown);
      }
      if (said && said.textContent !== shown.textContent) shown.replaceChildren(...said.cloneNode(true).childNodes);
      if (!said && shown) shown.remove();
      box.classList.toggle('wrong', Boolean(box.querySelector(':scope > .complaint')));
      describe(field, id, Boolean(said));
    }
  };

  // what is wrong is read with its field
  const describe = (field, id, wrong) => {
    const ids = (field.getAttribute('aria-describedby') || '').split(' ').filter(one => one && one !== id);
    if (wrong) ids.push(id);
    field.setAttribute('aria-describedby', ids.join(' '));
    if (field.tagName !== 'FIELDSET') field.setAttribute('aria-invalid', String(wrong));
  };

  // keeping what is written until it is saved
  const body = () => {
    const fields = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string' && name !== 'add') fields.append(name, value);
    return fields;
  };

  const save = async () => {
    clearTimeout(timer);
    if (stopped || leaving || !(written || unsent)) return;
    if (saving) { await saving; return plan(); }
    saving = send();
    await saving;
    saving = null;
  };

  // What got no answer may have arrived: it goes again as it was, which changes nothing then, and what is newer after it.
  const send = async () => {
    if (!unsent) { unsent = body(); written = false; }
    last = Date.now();
    say(words.saving);
    try {
      // a page that is hidden may be closed any moment: a browser sends this much all the same
      const keepalive = document.visibilityState === 'hidden' && unsent.toString().length < MOST_KEPT_ALIVE;
      const answer = await fetch(form.dataset.autosave, { method: 'POST', body: unsent, headers: { Accept: 'text/html' }, keepalive });
      const told = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-version]');
      if (answer.status >= 500 || answer.status === 429) throw new Error(answer.status);
      if (told && told.dataset.stopped) return back ? anew() : stop(told.dataset.stopped);
      if (answer.redirected || !told) return stop(answer.ok || answer.status < 404 ? words.out : words.refused);
      goOn(told.dataset);
      unsent = null;
      back = false;
      complain(told);
      say(filled(told.dataset.kept, times.format(new Date())), told.dataset.left);
      if (written) plan();
    } catch (failure) {
      say(words.failed, true);
      timer = setTimeout(save, AGAIN);
    }
  };

  // The first that is kept begins the draft: from then on it is that which is written and, after going back, found again.
  const goOn = told => {
    if (!form.elements.version) {
      const version = document.createElement('input');
      version.type = 'hidden';
      version.name = 'version';
      form.append(version);
      form.action = told.action;
      form.dataset.autosave = told.autosave;
      history.replaceState(null, '', told.action);
    }
    form.elements.version.value = told.version;
  };

  // Trying again would lead to the same answer: whoever writes has to do something.
  const stop = text => {
    stopped = written = true;
    unsent = null;
    say(text, true);
    status.closest('.acts').classList.add('stopped');
  };

  const plan = () => {
    clearTimeout(timer);
    const now = Date.now();
    timer = setTimeout(save, Math.max(Math.min(IDLE, since + PAUSE - now), last + PAUSE - now));
  };

  const changed = event => {
    const field = event.target;
    if (!field.name || field.type === 'file' || field.name === 'add') return;
    if (event.type === 'input') count(field);
    touched.add(document.getElementById(field.name) ? field.name : field.id);
    if (field.name.startsWith('geography/')) touched.add('geography');
    if (!written) since = Date.now();
    back = false;
    if (form.dataset.autosave) { written = true; if (!stopped) plan(); }
  };
  form.addEventListener('input', changed);
  form.addEventListener('change', changed);
  addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') save(); });
  addEventListener('beforeunload', event => { if ((written || unsent) && !leaving) event.preventDefault(); });

  // Whoever goes back may get the page as they left it. What they sent was saved, and the form has passed; if it couldn't be
  // sent, it is kept now.
  const anew = () => { leaving = true; location.reload(); };
  addEventListener('pageshow', event => {
    if (!event.persisted || stopped) return;
    leaving = false;
    back = true;
    if (written || unsent) save(); else anew();
  });

  // files
  const upload = (sent, button) => {
    const bar = form.querySelector('progress');
    bar.hidden = false;
    const request = new XMLHttpRequest();
    request.upload.addEventListener('progress', event => { if (event.lengthComputable) bar.value = 100 * event.loaded / event.total; });
    request.addEventListener('load', () => {
      const page = new DOMParser().parseFromString(request.responseText, 'text/html');
      const main = page.querySelector('main');
      const there = request.responseURL;
      if (request.status === 200 && there) {
        const isHere = there === location.href.split('#')[0];
        location.href = there + '#attached';
        if (isHere) location.reload();
        return;
      }
      if (!main) { location.reload(); return; }
      document.querySelector('main').replaceWith(main);
      (main.querySelector('[autofocus]') ?? main.querySelector('[role=alert]'))?.focus();
      const again = main.querySelector('form[data-words]');
      if (again) help(again);
    });
    request.addEventListener('error', () => { bar.hidden = true; leaving = false; button.disabled = false; say(words.failed, true); });
    request.open('POST', form.action);
    request.setRequestHeader('Accept', 'text/html');
    request.send(sent);
  };

  form.addEventListener('submit', async event => {
    const button = event.submitter;
    clearTimeout(timer);
    if (saving) {
      event.preventDefault();
      await saving;
      form.requestSubmit(button);
      return;
    }
    const chosen = form.elements.upload && form.elements.upload.files[0];
    if (chosen && chosen.size > MOST) {
      event.preventDefault();
      say(words.large, true);
      return;
    }
    leaving = true;
    if (chosen && button && button.value === 'upload') {
      event.preventDefault();
      const sent = new FormData(); // what is wanted stands before the file: behind it, it isn't carried through a login
      sent.append(button.name, button.value);
      for (const [name, value] of new FormData(form)) sent.append(name, value);
      button.disabled = true;
      upload(sent, button);
    }
  });
};

// A review is kept in the browser until it is filed, or whoever writes it is gone: the server keeps none that isn't filed.
const review = document.querySelector('[data-review]');
if (review) {
  const key = 'review ' + review.dataset.review, own = key.slice(0, key.lastIndexOf('/') + 1);
  const form = review.querySelector('form[data-kept]');
  const fields = form ? [...form.querySelectorAll('textarea, input[type=radio]')] : [];
  const isBlank = () => fields.every(field => field.type === 'radio' ? !field.checked : !field.value.trim());
  let lost = false;
  try {
    for (const name of Object.keys(localStorage)) if (name.startsWith('review ') && !name.startsWith(own)) localStorage.removeItem(name);
    if (!form) localStorage.removeItem(key);
    const kept = form && isBlank() && JSON.parse(localStorage.getItem(key) || 'null');
    if (kept) {
      for (const field of fields) {
        if (field.type === 'radio') field.checked = kept[field.name] === field.value;
        else field.value = kept[field.name] || '';
      }
      form.querySelector('[data-status]').textContent = form.dataset.restored;
    }
  } catch (failure) { lost = true; } // this browser keeps nothing: then leaving warns
  if (form) {
    const save = () => {
      try {
        if (isBlank()) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(Object.fromEntries([...new FormData(form)].filter(([name]) => fields.some(field => field.name === name)))));
        form.querySelector('[data-status]').textContent = isBlank() ? '' : form.dataset.kept;
        lost = false;
      } catch (failure) { lost = true; }
    };
    let timer = 0, filing = false;
    form.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(save, 500); });
    form.addEventListener('submit', () => { save(); filing = true; });
    addEventListener('pagehide', save);
    addEventListener('pageshow', event => { if (event.persisted && !lost) location.reload(); });
    addEventListener('beforeunload', event => { if (lost && !filing && !isBlank()) event.preventDefault(); });
  }
  for (const out of document.querySelectorAll('.out form')) {
    out.addEventListener('submit', () => { fields.length = 0; try { localStorage.removeItem(key); } catch (failure) { /* nothing is kept */ } });
  }
}

const first = document.querySelector('form[data-words]');
if (first) help(first);
})();
