// Checks a file or a short code against the manifest of this site. The file is
// read here and goes nowhere; the rules are those of "tonggao verify".
(function (doc) {
  'use strict';
  var form = doc.querySelector('[data-verify]');
  if (!form) return;
  var answer = form.querySelector('.answer'), input = form.querySelector('[type="file"]'), manifest;

  function words(name) { return form.getAttribute('data-' + name); }

  // The text goes in as text; what a manifest says can never become markup.
  function say(name, about, folder) {
    answer.textContent = words(name).replace(/\{(\w+)\}/g, function (_, key) { return about && about[key] !== undefined ? about[key] : ''; });
    answer.className = 'answer ' + (/^(exact|code-newest)/.test(name) ? 's-on' : 's-off');
    if (folder === undefined) return;
    var link = doc.createElement('a');
    link.href = words('root') + folder.split('/').map(encodeURIComponent).join('/') + 'index.html';
    link.textContent = words('open');
    answer.appendChild(doc.createTextNode(' '));
    answer.appendChild(link);
  }

  function load() {
    manifest = manifest || fetch(words('manifest')).then(function (response) {
      if (!response.ok) throw new Error(response.status);
      return response.json();
    });
    return manifest.catch(function () { manifest = null; say('no-manifest'); return null; });
  }

  function describe(notice, revision) {
    return { title: notice.title, region: notice.region, n: revision, newest: notice.revision, on: notice.on };
  }

  // Chinese keyboards type full-width letters and figures.
  function narrow(typed) {
    return typed.replace(/[！-～]/g, function (wide) { return String.fromCharCode(wide.charCodeAt(0) - 0xFEE0); });
  }

  // As printed: XXXX-XXXX, without I, L, O and U, which people write for 1 and 0.
  function normal(code) {
    var plain = narrow(code).toUpperCase().replace(/[-‐-―−\s]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
    return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(plain) ? plain.slice(0, 4) + '-' + plain.slice(4) : '';
  }

  function findCode(m, code) {
    for (var i = 0; i < m.notices.length; i++) {
      for (var j = 0; j < m.notices[i].sheets.length; j++) {
        var sheet = m.notices[i].sheets[j];
        if (sheet.code === code) return { notice: m.notices[i], revision: sheet.revision, folder: sheet.folder, former: sheet.former };
      }
    }
    return null;
  }

  // What is said of a sheet that is known by its code; newest is for the present one.
  function tell(found, newest) {
    var about = describe(found.notice, found.revision);
    if (found.notice.gone) return say('gone', about);
    if (found.revision !== found.notice.revision) return say('older', about, found.folder);
    say(found.former ? 'replaced' : newest, about, found.folder);
  }

  function checkCode(m, written) {
    var found = findCode(m, normal(written));
    if (!found) return say('code-unknown');
    tell(found, 'code-newest');
  }

  // What a notice is called, and was.
  function ids(n) { return [n.id].concat(n.former || []); }

  // Pages in other languages stand below a folder of their own.
  function holder(m, path) {
    function below(path) { return m.notices.filter(function (n) { return !n.gone && ids(n).some(function (id) { return path.indexOf(id + '/') === 0; }); })[0]; }
    return below(path) || below(path.slice(path.indexOf('/') + 1));
  }

  function checkSum(m, sum, bytes) {
    if (!bytes.byteLength) return say('unknown'); // not the empty marker file that a site has
    var path = Object.keys(m.files).filter(function (name) { return m.files[name].sha256 === sum; })[0];
    if (path !== undefined) {
      var notice = holder(m, path), folder = path.slice(0, path.lastIndexOf('/') + 1);
      return notice ? say('exact-sheet', describe(notice, notice.revision), folder) : say('exact', { path: path });
    }
    // A PDF describes itself in 16-bit characters: without the zeros it can be read.
    var text = new TextDecoder('latin1').decode(bytes).replace(/\0/g, '');
    var codes = text.match(/[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}/g) || [];
    for (var i = 0; i < codes.length; i++) {
      var found = findCode(m, codes[i]);
      if (found) return tell(found, 'changed');
    }
    var named = m.notices.filter(function (n) { return !n.gone && ids(n).some(function (id) { return text.indexOf(m.base_url + '/' + id + '/') >= 0; }); });
    if (named.length === 1) return say('unsure', describe(named[0], 0), named[0].id + '/');
    say('unknown');
  }

  // Blob.arrayBuffer is younger than the browsers of many a hall.
  function read(file) {
    return new Promise(function (done, failed) {
      var reader = new FileReader();
      reader.onload = function () { done(reader.result); };
      reader.onerror = function () { failed(reader.error); };
      reader.readAsArrayBuffer(file);
    });
  }

  function checkFile(file) {
    if (!window.crypto || !crypto.subtle) return say('no-crypto');
    answer.textContent = words('working');
    load().then(function (m) {
      return m && read(file).then(function (bytes) {
        return crypto.subtle.digest('SHA-256', bytes).then(function (sum) {
          var hex = Array.prototype.map.call(new Uint8Array(sum), function (b) { return ('0' + b.toString(16)).slice(-2); }).join('');
          checkSum(m, hex, bytes);
        });
      });
    }).catch(function () { say('unreadable'); }); // a check that began has an end
  }

  input.addEventListener('change', function () { if (input.files[0]) checkFile(input.files[0]); });
  form.addEventListener('submit', function (event) {
    event.preventDefault();
    load().then(function (m) { if (m) checkCode(m, form.elements.code.value); });
  });
  form.addEventListener('dragover', function (event) { event.preventDefault(); });
  form.addEventListener('drop', function (event) {
    event.preventDefault();
    if (event.dataTransfer.files[0]) checkFile(event.dataTransfer.files[0]);
  });
})(document);
