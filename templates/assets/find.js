// Finding a region in the index.
(function (doc) {
  'use strict';
  function all(selector) { return Array.prototype.slice.call(doc.querySelectorAll(selector)); }
  // A region is found by any part of its name, the beginning of its pinyin or of
  // any word of it, its initials, its code.
  var find = doc.querySelector('[data-find]');
  if (!find) return;
  var input = find.querySelector('input'), found = doc.querySelector('[data-found]');
  var groups = all('[data-groups] > .group'), places = all('[data-keys]').map(function (li) {
    return { li: li, name: li.querySelector('.place').textContent, group: li.closest('.group'),
      keys: li.getAttribute('data-keys').split(' ') };
  });
  groups.forEach(function (g) { g.wasOpen = g.open; });
  function matches(place, wanted) {
    return place.name.indexOf(wanted) >= 0 || place.keys.some(function (key, i) {
      return i < 2 ? key.indexOf(wanted) === 0 || i === 0 && wanted.length > 2 && key.indexOf(wanted) > 0 : key.indexOf(wanted) === 0;
    });
  }
  function filter() {
    var wanted = input.value.toLowerCase().replace(/[\s'’]/g, '').replace(/ü/g, 'v'), count = 0;
    groups.forEach(function (g) {
      g.hidden = Boolean(wanted);
      if ('open' in g) g.open = wanted ? true : g.wasOpen;
    });
    places.forEach(function (place) {
      var hit = !wanted || matches(place, wanted);
      place.li.hidden = !hit;
      if (hit) { count++; place.group.hidden = false; }
    });
    found.textContent = !wanted ? '' : count ? found.getAttribute('data-some').replace('{n}', count) : found.getAttribute('data-none');
  }
  input.addEventListener('input', filter);
  find.addEventListener('submit', function (event) {
    event.preventDefault();
    var first = places.filter(function (p) { return !p.li.hidden; })[0];
    if (input.value && first) first.li.querySelector('.place').focus();
  });
  if (input.value) filter(); // a browser that came back keeps what was typed
})(document);
