// What works now: worked out from the facts in the page, in China time, whatever
// the visitor's zone. The steps are those of site.Course; a test runs both.
// All words come from the page; times are whole seconds since 1970.
(function (root) {
  'use strict';
  var CHINA = 8 * 3600, DAY = 86400;
  // The states of services from the best to the worst, and those of an opening that keeps hours.
  var ORDER = ['on', 'presumed', 'partly', 'uncertain', 'off', 'ended', 'opened', 'ahead'];

  function day(t) { return Math.floor((t + CHINA) / DAY); }
  function minutes(t) { return Math.floor((t + CHINA - day(t) * DAY) / 60); }
  function midnight(d) { return d * DAY - CHINA; }

  // begins reports whether windows of a part begin on a day, counted from 1970.
  function begins(part, d) {
    if (d < part.since) return false;
    if ((part.also || []).indexOf(d) >= 0) return true;
    return part.days[(d + 4) % 7] && (part.except || []).indexOf(d) < 0; // the first day was a Thursday
  }
  function inside(part, d, m) {
    return begins(part, d) && part.windows.some(function (w) { return w[0] <= m && m < w[1]; });
  }
  // stateIn is how a step stands that keeps hours: the worst of its parts.
  function stateIn(step, t) {
    var worst = 0;
    step.kept.parts.forEach(function (p) {
      var open = !p.windows || inside(p, day(t), minutes(t)) || inside(p, day(t) - 1, minutes(t) + 1440);
      worst = Math.max(worst, ORDER.indexOf(open ? p.state : p['else']));
    });
    return ORDER[worst];
  }
  // turn is the next instant within a week at which hours change the state; 0 for none.
  function turn(step, t) {
    var state = stateIn(step, t), clocks = Object.keys(step.kept.clocks).map(Number).sort(function (a, b) { return a - b; });
    for (var d = 0; d < 7; d++) {
      for (var i = 0; i < clocks.length; i++) {
        var x = midnight(day(t) + d) + clocks[i] * 60;
        if (x > t && stateIn(step, x) !== state) return x;
      }
    }
    return 0;
  }
  function turning(fact, i, t) {
    var step = fact.steps[i], k = step.kept, x = turn(step, t), end = fact.steps[i + 1], n = day(x) - day(t);
    if (end && end.from <= (x || midnight(day(t) + 7))) return k.ahead;
    if (!x) return k.far;
    var at = (n > 1 ? k.weekday : n ? k.tomorrow : k.today).replace('{day}', k.days[(day(x) + 4) % 7]).replace('{clock}', k.clocks[minutes(x)]);
    return (ORDER.indexOf(stateIn(step, x)) > ORDER.indexOf(stateIn(step, t)) ? k.stops : k.opens).replace('{when}', at);
  }

  // at returns how a fact stands at an instant, and which of its steps says so. An
  // instant belongs to what begins with it. Where hours have turned the state, it says
  // when they turn it next, unless something else happens before that.
  function at(fact, t) {
    var i = fact.steps.length - 1;
    while (i > 0 && t < fact.steps[i].from) i--;
    var s = fact.steps[i], result = { state: s.state, step: i, word: s.word, says: s.says };
    if (!s.kept) return result;
    result.state = stateIn(s, t);
    if (result.state === s.state) return result;
    result.word = s.kept.words[result.state];
    result.says = turning(fact, i, t);
    return result;
  }

  // next returns the first instant after t at which any fact may change.
  function next(facts, t) {
    var first = Infinity;
    function see(x) { if (x > t && x < first) first = x; }
    facts.forEach(function (fact) {
      if (fact.until) see(fact.until);
      fact.steps.forEach(function (s) {
        if (s.from) see(s.from);
        if (!s.kept) return;
        see(midnight(day(t) + 1)); // what is said of today and tomorrow
        Object.keys(s.kept.clocks).forEach(function (m) { see(midnight(day(t)) + m * 60); });
      });
    });
    return first;
  }

  if (typeof module === 'object') { module.exports = { at: at, next: next }; return; }

  root.now = at;
  at.whole = keepWhole;
  var doc = root.document, e = doc.getElementById('facts');
  if (!e) return; // screens and widgets have theirs
  var data = JSON.parse(e.textContent), words = data.words, panel = one('.now'), answer = one('[data-now]'), picked = null, timer = 0;

  function all(selector, from) { return Array.prototype.slice.call((from || doc).querySelectorAll(selector)); }
  function one(selector, from) { return (from || doc).querySelector(selector); }
  function moment(li) { return Number(li.getAttribute('data-at')); }
  function make(tag, className, text) {
    var e = doc.createElement(tag);
    if (className) e.className = className;
    if (text) e.textContent = text;
    return e;
  }
  function two(n) { return (n < 10 ? '0' : '') + n; }
  function china(t) { return new Date((t + CHINA) * 1000); } // to be read by the UTC getters only
  function clock(t) {
    var d = china(t), parts = { y: d.getUTCFullYear(), n: d.getUTCMonth() + 1, d: d.getUTCDate(), w: words.weekdays[d.getUTCDay()],
      m: (words.months || [])[d.getUTCMonth()], h: two(d.getUTCHours()), i: two(d.getUTCMinutes()) };
    return words.clock.replace(/\{(\w)\}/g, function (_, key) { return parts[key]; });
  }
  function left(seconds) {
    var minutes = Math.ceil(seconds / 60), days = Math.floor(minutes / 1440), hours = Math.floor(minutes % 1440 / 60), text = '';
    if (days) text += days + words.units[0];
    if (hours) text += hours + words.units[1];
    if (!days && minutes % 60) text += minutes % 60 + words.units[2];
    return text.trim();
  }
  // until says how long it is to what a line of the schedule has, and what that is: in
  // days to a bare date, since nobody knows its hour, and nothing to a bare month.
  function until(li, t) {
    var time = one('time', li), written = time ? time.getAttribute('datetime') : '', labels = all('h3 a', li);
    var days = Date.parse(written) / 1000 / DAY - Math.floor((t + CHINA) / DAY);
    if (written.length === 7) return '';
    var pattern = written.length === 10 && !days ? words.today : words.left;
    return ' · ' + pattern.replace(/ ?\{(\w+)\}/g, function (found, key) {
      var value = { what: labels[0].textContent, more: labels.length > 1 ? words.more : '', left: written.length === 10 ? days + words.units[0].replace(/ $/, '') : left(moment(li) - t) }[key];
      return value && found.charAt(0) === ' ' ? ' ' + value : value;
    });
  }

  // instead is what to do in a step: what it says itself, or what a step before it
  // said of the same stop.
  function instead(fact, i) {
    while (i > 0 && !fact.steps[i].do && fact.steps[i].state !== 'on') i--;
    return fact.steps[i].state === 'on' ? '' : fact.steps[i].do;
  }

  // row is one fact: mark, state, whose it is, what follows.
  function row(fact, t) {
    var now = at(fact, t), p = make('p', 'mark s-' + now.state), line = make('span', 'line'), name = make('b', '', fact.name);
    if (fact.lang) name.lang = fact.lang;
    line.appendChild(name);
    if (fact.alias) line.appendChild(make('span', 'lane', fact.alias));
    if (fact.lane) line.appendChild(make('span', 'lane', fact.lane));
    line.appendChild(make('span', 'aside', words.colon));
    line.appendChild(make('span', 'state', now.word));
    if (now.says) line.appendChild(make('span', 'aside', words.stop));
    line.appendChild(make('span', 'says', now.says));
    var todo = now.state !== 'on' && instead(fact, now.step);
    if (todo) line.appendChild(make('span', 'do', words.do + todo));
    p.appendChild(line);
    return p;
  }
  // over tells what is surely over from what its notice only says no more of.
  function over(fact, t) {
    var now = at(fact, t);
    return now.step === fact.steps.length - 1 && now.state === 'on' && fact.steps[now.step].state === 'on' || now.state === 'ended' || now.state === 'finished';
  }
  function settled(fact, t) { return fact.until && t >= fact.until || over(fact, t); }
  function rows(t) {
    var box = doc.createDocumentFragment();
    if (data.past && t >= data.past.from) {
      box.appendChild(make('p', 'quiet', data.past.says));
      return box;
    }
    var silent = false;
    data.facts.forEach(function (fact) {
      if (data.quiet && settled(fact, t)) { // a region's page leaves out what is over
        silent = silent || !over(fact, t);
        return;
      }
      box.appendChild(row(fact, t));
    });
    if (!box.childNodes.length && data.quiet) box.appendChild(make('p', 'quiet', silent ? data.silent : data.quiet));
    return box;
  }

  function showAnswer(t) {
    if (!answer) return;
    one('[data-clock-name]').textContent = picked === null ? words.now : words.picked;
    one('[data-clock]').textContent = clock(t);
    panel.classList.add('ready');
    panel.classList.toggle('picked', picked !== null);
    var fresh = make('div');
    fresh.appendChild(rows(t));
    all('.says', fresh).forEach(keepWhole);
    if (fresh.innerHTML === answer.innerHTML) return; // nothing to announce
    answer.textContent = '';
    while (fresh.firstChild) answer.appendChild(fresh.firstChild);
  }

  // keepWhole keeps each part of a time in a line of words together.
  function keepWhole(e) {
    var parts = e.textContent.split(/((?:\d+年)?\d+月(?:\d+日)?|\d+[时時](?:\d+分)?|（星期.）)/);
    e.textContent = '';
    parts.forEach(function (part, i) {
      if (!part) return;
      if (i % 2 && !parts[i - 1]) e.appendChild(make('wbr'));
      e.appendChild(i % 2 ? make('span', 'whole', part) : doc.createTextNode(part));
    });
  }

  // showSchedule draws the line between past and future, with the time that is
  // left to what stands below it.
  function showSchedule(t) {
    var list = one('[data-schedule]'), coming = null, last = null;
    if (!list) return;
    all('[data-at]', list).forEach(function (li) {
      last = li;
      li.classList.toggle('past', moment(li) <= t);
      if (moment(li) > t && (!coming || moment(li) < moment(coming))) coming = li;
    });
    var line = one('.today', list) || make('li', 'today');
    line.textContent = (picked === null ? words.now : words.picked) + ' ' + clock(t) + (coming ? until(coming, t) : '');
    // Behind all that has passed, before what has no time.
    list.insertBefore(line, coming || (last ? last.nextSibling : list.firstChild));
  }

  function showTimeline(t) {
    all('svg[data-scale]').forEach(function (svg) {
      var scale = svg.getAttribute('data-scale').split(' ').map(function (s) { return s.split(':').map(Number); });
      var first = scale[0], last = scale[scale.length - 1], x = first[1] / 2;
      if (t >= last[0]) x = last[1] + (100 - last[1]) * .7;
      for (var i = 0; i + 1 < scale.length; i++) {
        if (t >= scale[i][0] && t < scale[i + 1][0]) x = scale[i][1] + (scale[i + 1][1] - scale[i][1]) * (t - scale[i][0]) / (scale[i + 1][0] - scale[i][0]);
      }
      var today = one('[data-today]', svg);
      today.setAttribute('x', x + '%');
      today.setAttribute('visibility', 'visible');
    });
  }

  function show() {
    var real = Math.floor(Date.now() / 1000), t = picked === null ? real : picked;
    showAnswer(t);
    showSchedule(t);
    showTimeline(t);
    clearTimeout(timer);
    var wait = Math.min(next(data.facts, real), real - real % 60 + 60) * 1000 - Date.now();
    timer = setTimeout(show, Math.max(wait, 50));
  }

  var form = one('[data-pick]');
  if (form) {
    var input = one('input', form), back = one('[data-pick-back]', form);
    input.value = china(Math.floor(Date.now() / 1000)).toISOString().slice(0, 16);
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      var time = Date.parse(input.value.slice(0, 16) + ':00Z'); // read as UTC, then moved: the visitor's zone has no say
      if (isNaN(time)) return;
      picked = time / 1000 - CHINA;
      back.hidden = false;
      show();
    });
    back.addEventListener('click', function () {
      picked = null;
      back.hidden = true;
      input.value = china(Math.floor(Date.now() / 1000)).toISOString().slice(0, 16);
      show();
      input.focus();
    });
  }
  doc.addEventListener('DOMContentLoaded', show); // this runs above the schedule
  // A page that slept, or was kept in the browser's memory, wakes with the truth.
  doc.addEventListener('visibilitychange', show);
  root.addEventListener('pageshow', show);
  show();
})(this);
