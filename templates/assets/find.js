// Finding a region in the index.
(function (doc) {
  'use strict';
  function all(selector) { return Array.prototype.slice.call(doc.querySelectorAll(selector)); }
  // A region is found by any part of its name, the beginning of its pinyin or of
  // any word of it, its initials, its code.
  var find = doc.querySelector('[data-find]');
  if (!find) return;
  var input = find.querySelector('input'), found = doc.querySelector('[data-found]');
  var syllables = {}, readings = JSON.parse(doc.getElementById('readings').textContent);
  Object.keys(readings).forEach(function (syllable) {
    letters(readings[syllable]).forEach(function (letter) { syllables[letter] = syllable; });
  });
  var groups = all('[data-groups] > .group'), places = all('.group ul:not(.notices) > li').map(function (li) {
    var text = li.querySelector('a').textContent, name = li.getAttribute('data-name') || text, read = li.getAttribute('data-reading');
    read = read ? read.split(' ') : letters(name).map(reading);
    return { li: li, group: li.closest('.group'), names: [plain(text), name], pinyin: read.join(''),
      initials: read.map(function (s) { return s.charAt(0); }).join(''), code: li.id || li.getAttribute('data-code') || '' };
  });
  groups.forEach(function (g) { g.wasOpen = g.open; });

  // Some characters of names take two units.
  function letters(text) { return text.match(/[\ud800-\udbff][\udc00-\udfff]|[^]/g) || []; }
  function reading(letter) { return syllables[letter] || (/[a-z0-9]/i.test(letter) ? letter.toLowerCase() : ''); }
  function plain(text) { return text.toLowerCase().replace(/[\s'’]/g, '').replace(/ü/g, 'v'); }
  function matches(place, wanted) {
    var at = place.pinyin.indexOf(wanted);
    return at === 0 || at > 0 && wanted.length > 2 || place.initials.indexOf(wanted) === 0 || place.code.indexOf(wanted) === 0 ||
      place.names.some(function (name) { return name.indexOf(wanted) >= 0; });
  }
  function filter() {
    var wanted = plain(input.value), count = 0;
    groups.forEach(function (g) {
      g.hidden = Boolean(wanted);
      if ('open' in g) g.open = wanted ? true : g.wasOpen;
    });
    places.forEach(function (place) {
      place.hit = !wanted || matches(place, wanted);
      place.li.hidden = !place.hit;
      place.li.classList.toggle('beside', !place.hit);
      if (!place.hit) return;
      count++;
      place.group.hidden = false;
      for (var above = place.li.parentNode.closest('li'); above && above.hidden; above = above.parentNode.closest('li')) above.hidden = false;
    });
    found.textContent = !wanted ? '' : count ? found.getAttribute('data-some').replace('{n}', count) : found.getAttribute('data-none');
  }
  input.addEventListener('input', filter);
  find.addEventListener('submit', function (event) {
    event.preventDefault();
    var first = places.filter(function (p) { return p.hit; })[0];
    if (input.value && first) first.li.querySelector('a').focus();
  });
  if (input.value) filter(); // a browser that came back keeps what was typed
})(document);
