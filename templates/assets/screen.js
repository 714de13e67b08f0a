// A television in a hall, and the widget in other sites. Both follow the clock by the steps
// that now.js reads, fetch the facts anew every few minutes, and say so when they could not
// for an hour. Written for the browsers of old set-top boxes; it keeps nothing but the
// facts, and a television begins anew when something was published, and every night.
(function (root) {
  'use strict';
  var FETCH = 5 * 60, STALE = 3600, SLIDE = 12, MANY = 4, CHINA = 8 * 3600, DAY = 86400;
  var doc = root.document, box = doc.getElementById('screen'), rows = doc.getElementById('rows');
  var embed = box.getAttribute('data-embed'), asked = wanted();
  var source = embed === null ? box.getAttribute('data-facts') : asked.region ? embed + asked.region + '/now.json' : '';
  var facts = [], quiet = '', shown = '', text = '', tag = '', night = 0;
  var checked = now(), tried = 0;

  function now() { return Math.floor(Date.now() / 1000); }
  function say(name) { return box.getAttribute('data-' + name) || ''; }
  function two(n) { return (n < 10 ? '0' : '') + n; }
  function put(id, words) {
    var e = doc.getElementById(id);
    if (e && e.textContent !== words) e.textContent = words;
  }
  // wanted reads what the address asks for behind #: a region, and behind a comma a service.
  function wanted() {
    var parts = /^#([a-z0-9\/-]+?)\/?(?:,([a-z0-9-]+))?$/.exec(root.location.hash) || [];
    return { region: parts[1] || '', service: parts[2] || '' };
  }

  function over(fact, t) {
    var s = root.now(fact, t);
    return s.step === fact.steps.length - 1 && s.state === 'on' || s.state === 'ended' || s.state === 'finished';
  }
  // left is the time until the next step that changes something: in days where it is far off
  // or has no hour, else in hours and minutes. It is none to a bare month.
  function left(fact, t, i) {
    var next = fact.steps[i + 1], days, wait, what, minutes;
    if (!next || next.state === fact.steps[i].state || fact.steps[i].kept) return '';
    if (fact.until && fact.until <= next.from || next.precision === 'month') return '';
    wait = next.from - t;
    what = next.word.length < 9 ? say('ahead').replace('{what}', next.word) : '';
    days = Math.floor((next.from + CHINA) / DAY) - Math.floor((t + CHINA) / DAY);
    if (wait > 36 * 3600 || next.precision) return what + say('days').replace('{n}', days);
    minutes = Math.ceil(wait / 60);
    if (minutes < 60) return what + say('minutes').replace('{n}', minutes);
    return what + say(minutes % 60 ? 'hours-minutes' : 'hours').replace('{n}', Math.floor(minutes / 60)).replace('{m}', minutes % 60);
  }

  function element(tag, name, words) {
    var e = doc.createElement(tag);
    if (name) e.className = name;
    if (words) e.appendChild(doc.createTextNode(words));
    return e;
  }
  function lineOf(fact, t) {
    var s = root.now(fact, t), notes = [fact.alias, fact.lane].filter(Boolean).join(' · ');
    return { name: fact.name, lang: fact.lang || '', notes: notes, state: s.state, word: s.word, says: s.says, left: left(fact, t, s.step) };
  }
  function draw(line) {
    var row = element('div', 'row'), name = element('div', 'name', line.name), more = element('div', 'more', line.says ? line.says + ' ' : '');
    root.now.whole(more);
    if (line.lang) name.lang = line.lang;
    if (line.notes) name.appendChild(element('small', '', line.notes));
    if (line.left) more.appendChild(element('span', 'left', line.left));
    row.appendChild(name);
    row.appendChild(element('div', 'state s-' + line.state, line.word));
    row.appendChild(more);
    return row;
  }

  // show writes what is not there yet; most seconds nothing is.
  function show() {
    var t = now(), slides = false, page = 0, lines, key, i;
    var list = facts.filter(function (f) {
      return !(f.until && t >= f.until) && !over(f, t) && (!asked.service || f.id === asked.service);
    });
    if (asked.service && !list.length) list = facts.filter(function (f) { return f.id === asked.service && !(f.until && t >= f.until); });
    slides = embed === null && list.length > MANY;
    if (slides) {
      page = Math.floor(t / SLIDE) % list.length;
      list = [list[page]];
    }
    lines = list.map(function (f) { return lineOf(f, t); });
    key = JSON.stringify(lines) + quiet;
    clock(t);
    stale(t);
    put('count', slides ? say('page').replace('{i}', page + 1).replace('{n}', count(t)) : '');
    if (key === shown) return;
    shown = key;
    while (rows.firstChild) rows.removeChild(rows.firstChild);
    for (i = 0; i < lines.length; i++) rows.appendChild(draw(lines[i]));
    if (!lines.length && (text || quiet || embed === null)) rows.appendChild(element('p', 'quiet', quiet || say('none')));
    rows.className = slides || lines.length === 1 && embed === null ? 'rows one' : 'rows';
  }
  function count(t) {
    return facts.filter(function (f) { return !(f.until && t >= f.until) && !over(f, t); }).length;
  }
  function clock(t) {
    var d = new Date((t + CHINA) * 1000), parts = { y: d.getUTCFullYear(), n: d.getUTCMonth() + 1, d: d.getUTCDate(), m: d.getUTCMonth() + 1,
      w: say('weekdays').split(' ')[d.getUTCDay()], h: two(d.getUTCHours()), i: two(d.getUTCMinutes()) };
    put('clock', say('clock').replace(/\{(\w)\}/g, function (_, name) { return parts[name]; }));
  }
  // stale says for how long nothing could be checked: an old screen must not look fresh.
  function stale(t) {
    var hours = Math.floor((t - checked) / 3600), e = doc.getElementById('stale');
    put('stale', hours ? say('stale').replace('{n}', hours) : '');
    e.hidden = t - checked < STALE;
    doc.body.className = e.hidden ? '' : 'old';
  }

  // ask fetches an address; done has the request when it was answered, else null.
  function ask(method, address, done) {
    var request = new XMLHttpRequest(), over = false;
    function end(answer) {
      if (over) return;
      over = true;
      done(answer);
    }
    if (root.location.protocol === 'file:') return; // from a stick: nothing can be asked there
    try {
      request.open(method, address + (address.indexOf('?') < 0 ? '?' : '&') + 't=' + Math.floor(now() / 60), true);
      request.timeout = 20000;
      request.onload = function () { end(request.status === 200 ? request : null); };
      request.onerror = request.ontimeout = request.onabort = function () { end(null); };
      request.send();
    } catch (refused) { end(null); }
  }
  function take(answer) {
    var data, region;
    try { data = JSON.parse(answer); } catch (broken) { return false; }
    region = data.regions && data.regions[0];
    if (!region || !region.facts) return false;
    text = answer;
    facts = region.facts;
    quiet = facts.length && facts.some(function (f) { return !over(f, now()); }) ? region.silent : region.quiet;
    put('revised', region.revised);
    put('name', region.name);
    if (doc.getElementById('home')) doc.getElementById('home').href = region.url;
    return true;
  }
  function fetchFacts() {
    tried = now();
    if (!source) {
      quiet = say('failed');
      return;
    }
    ask('GET', source, function (request) {
      if (request && (request.responseText === text || take(request.responseText))) checked = now();
      else if (embed !== null && !text) quiet = say('failed');
      show();
    });
    if (embed !== null) return;
    ask('HEAD', say('manifest'), function (request) {
      var fresh = request && (request.getResponseHeader('ETag') || request.getResponseHeader('Last-Modified')) || '';
      if (tag && fresh && fresh !== tag) begin();
      if (fresh) tag = fresh;
    });
  }
  // begin loads the page anew, but only when it can be had: a screen that lost the net goes
  // on with what it has.
  function begin() {
    ask('GET', root.location.pathname, function (request) {
      if (request) root.location.reload();
    });
  }

  function tick() {
    var t = now(), today = Math.floor((t + CHINA - 3.5 * 3600) / DAY); // a new day at half past three
    if (t - tried >= FETCH || t < tried) fetchFacts();
    if (t < checked) checked = t; // the clock was set back
    if (night && today > night && embed === null) begin();
    night = today;
    show();
  }

  var own = doc.getElementById('own');
  if (own) {
    own = JSON.parse(own.textContent);
    facts = own.facts || [];
    quiet = own.silent && facts.some(function (f) { return !over(f, now()); }) ? own.silent : own.quiet;
  }
  tick();
  root.setInterval(tick, 1000);
  if (embed !== null) root.addEventListener('hashchange', function () { root.location.reload(); });
})(this);
