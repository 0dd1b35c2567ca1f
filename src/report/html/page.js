'use strict';
(() => {
  const body = document.body;
  const on = () => new Set((body.dataset.on || '').split(' ').filter(Boolean));
  const all = (selector, root) => Array.from((root || document).querySelectorAll(selector));
  const layersOf = (mark) => (mark.dataset.l || '').split(' ');

  // Layers: a mark whose layers are all off is plain text, for the eye, for Tab and for a screen reader.
  const show = () => {
    const layers = on();
    for (const button of all('button[data-layer]')) {
      button.setAttribute('aria-pressed', String(layers.has(button.dataset.layer)));
    }
    for (const mark of all('a.mark')) {
      if (!mark.dataset.href) mark.dataset.href = mark.getAttribute('href');
      const seen = layersOf(mark).some((layer) => layers.has(layer));
      if (seen) mark.setAttribute('href', mark.dataset.href);
      else mark.removeAttribute('href');
    }
    for (const column of all('.column')) stopAt(column, null);
  };
  const marksOf = (column) => all('a.mark[href]', column);
  // One stop of Tab a text; the arrow keys go on from there.
  const stopAt = (column, mark) => {
    const marks = marksOf(column);
    const current = mark || marks.find((one) => one.tabIndex === 0 && one.dataset.stop) || marks[0];
    for (const one of marks) {
      one.tabIndex = one === current ? 0 : -1;
      if (one === current) one.dataset.stop = '1'; else delete one.dataset.stop;
    }
  };

  // The panel: what is marked at this place, and why.
  let pinned = null;
  let shown = null;
  const panelOf = (mark) => mark.closest('.texts').querySelector('.panel-body');
  const light = (column, ids) => {
    for (const one of all('.hot')) one.classList.remove('hot');
    for (const id of ids) {
      for (const one of all('[data-i~="' + id + '"]', column)) one.classList.add('hot');
    }
  };
  const tell = (mark) => {
    if (!mark || mark === shown) return;
    const column = mark.closest('.column');
    if (!column || !mark.dataset.i) return;
    const layers = on();
    const entries = [];
    const ids = [];
    for (const id of mark.dataset.i.split(' ')) {
      const note = document.getElementById(column.dataset.a + '-' + id);
      if (!note || !layers.has(note.dataset.layer)) continue;
      const entry = document.createElement('div');
      entry.className = 'entry';
      for (const child of note.childNodes) entry.append(child.cloneNode(true));
      entries.push(entry);
      ids.push(id);
    }
    if (!entries.length) return;
    shown = mark;
    panelOf(mark).replaceChildren(...entries);
    panelOf(mark).parentElement.classList.add('live');
    light(column, ids);
    meet(mark);
  };

  // Aligned sentences: the other texts scroll to where they tell the same.
  let together = true;
  let leader = null;
  const offset = (element, scroll) => element.getBoundingClientRect().top - scroll.getBoundingClientRect().top + scroll.scrollTop;
  const anchors = (from, to) => {
    const seen = new Map();
    for (const one of all('[data-g]', to)) {
      for (const group of one.dataset.g.split(' ')) if (!seen.has(group)) seen.set(group, offset(one, to));
    }
    const pairs = [[0, 0]];
    let last = 0;
    for (const one of all('[data-g]', from)) {
      const twin = one.dataset.g.split(' ').map((group) => seen.get(group)).find((at) => at !== undefined && at >= last);
      if (twin === undefined) continue;
      pairs.push([offset(one, from), twin]);
      last = twin;
    }
    pairs.push([Math.max(from.scrollHeight, pairs[pairs.length - 1][0] + 1), to.scrollHeight]);
    return pairs;
  };
  const follow = (from) => {
    const line = from.clientHeight / 3;
    const ended = from.scrollTop + from.clientHeight >= from.scrollHeight - 2;
    for (const to of all('.scroll', from.closest('.columns'))) {
      if (to === from) continue;
      if (from.scrollTop <= 1) { to.scrollTop = 0; continue; }
      if (ended) { to.scrollTop = to.scrollHeight; continue; }
      const at = from.scrollTop + line;
      const pairs = anchors(from, to);
      let index = 0;
      while (index < pairs.length - 2 && pairs[index + 1][0] <= at) index += 1;
      const [[a, x], [b, y]] = [pairs[index], pairs[index + 1]];
      to.scrollTop = x + (b > a ? (at - a) / (b - a) : 0) * (y - x) - line;
    }
  };
  const meet = (mark) => {
    for (const one of all('.twin')) one.classList.remove('twin');
    const sentence = mark.closest('[data-g]');
    if (!sentence) return;
    for (const group of sentence.dataset.g.split(' ')) {
      for (const one of all('[data-g~="' + group + '"]', mark.closest('.columns'))) one.classList.add('twin');
    }
  };
  for (const scroll of all('.columns:not(.of-1) .scroll')) {
    const lead = () => { leader = scroll; };
    for (const event of ['pointerenter', 'wheel', 'touchstart', 'focusin', 'keydown']) scroll.addEventListener(event, lead, { passive: true });
    scroll.addEventListener('scroll', () => { if (together && leader === scroll) follow(scroll); }, { passive: true });
  }

  document.addEventListener('pointerover', (event) => {
    if (pinned) return;
    const mark = event.target instanceof Element && event.target.closest('.column [data-i]');
    if (mark) tell(mark);
  });
  document.addEventListener('focusin', (event) => {
    const mark = event.target instanceof Element && event.target.closest('a.mark');
    if (mark) { stopAt(mark.closest('.column'), mark); tell(mark); }
  });
  document.addEventListener('click', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const button = target && target.closest('button');
    if (button && button.dataset.layer) {
      const layers = on();
      if (!layers.delete(button.dataset.layer)) layers.add(button.dataset.layer);
      body.dataset.on = Array.from(layers).join(' ');
      shown = null;
      show();
      return;
    }
    if (button && 'together' in button.dataset) {
      together = !together;
      button.setAttribute('aria-pressed', String(together));
      return;
    }
    const go = target && target.closest('a[data-go]');
    if (go) {
      const [key, id] = go.getAttribute('href').slice(1).split('-');
      const column = all('.column').find((one) => one.dataset.a === key);
      const mark = column && all('a.mark[data-i~="' + id + '"]', column)[0];
      if (!mark) return;
      event.preventDefault();
      const note = document.getElementById(key + '-' + id);
      const layers = on();
      if (note && !layers.has(note.dataset.layer)) {
        layers.add(note.dataset.layer);
        body.dataset.on = Array.from(layers).join(' ');
        show();
      }
      mark.scrollIntoView({ block: 'center', inline: 'center' });
      mark.focus({ preventScroll: true });
      return;
    }
    const mark = target && target.closest('a.mark');
    if (mark) {
      event.preventDefault();
      pinned = pinned === mark ? null : mark;
      shown = null;
      tell(mark);
    } else if (pinned && !(target && target.closest('.panel'))) {
      pinned = null;
    }
  });
  document.addEventListener('keydown', (event) => {
    const mark = event.target instanceof Element && event.target.closest('a.mark');
    if (event.key === 'Escape') {
      pinned = null; shown = null;
      light(document, []);
      for (const panel of all('.panel-body')) {
        panel.replaceChildren();
        panel.parentElement.classList.remove('live');
      }
      return;
    }
    if (!mark || event.altKey || event.ctrlKey || event.metaKey) return;
    const marks = marksOf(mark.closest('.column'));
    const at = marks.indexOf(mark);
    const next = { ArrowRight: at + 1, ArrowDown: at + 1, ArrowLeft: at - 1, ArrowUp: at - 1, Home: 0, End: marks.length - 1 }[event.key];
    if (next === undefined || !marks[next]) return;
    event.preventDefault();
    marks[next].focus();
  });

  for (const button of all('button')) button.disabled = false;
  show();
})();
