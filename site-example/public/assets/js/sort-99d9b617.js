// Tables that say data-sort get buttons in their heads, which sort the rows, and, if the rows are many, a box that
// filters them. Where a table is one page of several, data-rows names the script that has the rows of all pages; it is
// loaded when a reader first sorts or filters. Without this script tables are read as they were written.

(function () {
  "use strict";

  var rowsThatNeedAFilter = 8;
  var mostRowsShown = 100;
  var months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  var units = {
    s: 1, min: 60, h: 3600, d: 86400,
    B: 1, kB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12, PB: 1e15, EB: 1e18
  };
  var superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";
  var collator = new Intl.Collator("en", { numeric: true });

  // The words of a cell without the smaller line below them.
  function textOf(cell) {
    return Array.from(cell.childNodes)
      .filter(function (node) { return !(node.classList && node.classList.contains("sub")); })
      .map(function (node) { return node.textContent; })
      .join("")
      .replace(/[\u2007\u2008]/g, "")
      .trim();
  }

  // "18 Nov 2026, 15:11" as a number, or NaN.
  function timeOf(text) {
    var parts = /^(\d{1,2}) ([A-Z][a-z]{2})[a-z]* (\d{4})(?:, (\d{2}):(\d{2}))?/.exec(text);
    if (!parts || months.indexOf(parts[2]) < 0) { return NaN; }
    return Date.UTC(+parts[3], months.indexOf(parts[2]), +parts[1], +(parts[4] || 0), +(parts[5] || 0));
  }

  // "−1,234.5", "1.50 × 10⁻⁷", "2 h 3 min", "4.4 %" as a number, or NaN.
  function numberOf(text) {
    var time = timeOf(text);
    if (!isNaN(time)) { return time; }
    var plain = text.replace(/\u2212/g, "-").replace(/\u00a0/g, " ");
    plain = plain.replace(/,(?=\d{3})/g, "").replace(/^[<≈=] ?/, "");
    plain = plain.replace(/ × 10(⁻?)([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/, function (_, sign, digits) {
      var power = Array.from(digits, function (digit) { return superscripts.indexOf(digit); }).join("");
      return "e" + (sign ? "-" : "") + power;
    });
    var whole = /^([+-]?[\d.]+(?:e-?\d+)?)(?: ([A-Za-z]+))?(.*)$/.exec(plain);
    if (!whole) { return NaN; }
    var sum = parseFloat(whole[1]) * (units[whole[2]] || 1);
    var second = units[whole[2]] && /^ ([\d.]+) ([A-Za-z]+)$/.exec(whole[3]);
    return second && units[second[2]] ? sum + parseFloat(second[1]) * units[second[2]] : sum;
  }

  // Rows to be sorted have a cell for every column; a line that introduces a group stays first, others go last.
  function partsOf(body, columnCount) {
    var rows = Array.from(body.rows);
    var isLine = function (row) { return row.classList.contains("subhead"); };
    return {
      lines: rows.filter(isLine),
      sortable: rows.filter(function (row) { return !isLine(row) && row.cells.length === columnCount; }),
      others: rows.filter(function (row) { return !isLine(row) && row.cells.length !== columnCount; })
    };
  }

  // What a cell of these words is sorted by: its number, else its words; a dash is nothing.
  function keyOf(text, isNumber) {
    var number = isNumber ? numberOf(text) : NaN;
    return isNaN(number) ? text.replace(/^—$/, "") : number;
  }

  // Numbers come before words, and cells without a value last, in both directions.
  function compare(left, right, sign) {
    var rank = function (key) { return typeof key === "number" ? 0 : key === "" ? 2 : 1; };
    if (rank(left) !== rank(right)) { return rank(left) - rank(right); }
    return sign * (rank(left) === 0 ? left - right : collator.compare(left, right));
  }

  function sort(table, column, direction, written) {
    var isNumber = table.tHead.rows[0].cells[column].dataset.sort === "number";
    var sign = direction === "descending" ? -1 : 1;
    Array.from(table.tBodies).forEach(function (body) {
      var parts = partsOf(body, table.tHead.rows[0].cells.length);
      var keyed = parts.sortable.map(function (row) {
        return { row: row, place: written.get(row), key: keyOf(textOf(row.cells[column]), isNumber) };
      });
      keyed.sort(function (left, right) {
        return (direction && compare(left.key, right.key, sign)) || left.place - right.place;
      });
      var sorted = keyed.map(function (entry) { return entry.row; });
      body.append.apply(body, parts.lines.concat(sorted, parts.others));
    });
  }

  function sortRows(table) {
    var written = new Map();
    table.querySelectorAll("tbody > tr").forEach(function (row, place) { written.set(row, place); });
    return function (column, direction) { sort(table, column, direction, written); };
  }

  // A click sorts: numbers from the largest, words from A; then the other way; then as it was written.
  function addButtons(table, sorted) {
    var heads = Array.from(table.tHead.rows[0].cells);
    heads.forEach(function (head, column) {
      if (!head.dataset.sort || !head.textContent.trim()) { return; }
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append.apply(button, Array.from(head.childNodes));
      head.append(button);
      var order = head.dataset.sort === "number" ? ["descending", "ascending"] : ["ascending", "descending"];
      button.addEventListener("click", function () {
        var direction = order[order.indexOf(head.getAttribute("aria-sort")) + 1];
        heads.forEach(function (other) { other.removeAttribute("aria-sort"); });
        if (direction) { head.setAttribute("aria-sort", direction); }
        sorted(column, direction);
      });
    });
  }

  // A box above the table; what stands in it goes to `filtered` word by word, which says what to answer.
  function addBox(table, filtered) {
    var frame = table.closest(".scroll") || table;
    var box = document.createElement("p");
    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("output");
    box.className = "filter";
    input.type = "search";
    label.append("Show only rows with ", input);
    box.append(label, " ", count);
    frame.before(box);
    input.addEventListener("input", function () {
      filtered(input.value.toLowerCase().split(/\s+/).filter(Boolean), count);
    });
    return count;
  }

  function addFilter(table) {
    var rows = Array.from(table.querySelectorAll("tbody > tr:not(.subhead)"));
    if (rows.length < rowsThatNeedAFilter) { return; }
    var words = rows.map(function (row) { return row.textContent.toLowerCase(); });
    addBox(table, function (wanted, count) {
      var shown = 0;
      rows.forEach(function (row, place) {
        row.hidden = !wanted.every(function (word) { return words[place].includes(word); });
        if (!row.hidden) { shown += 1; }
      });
      count.textContent = wanted.length ? shown + " of " + rows.length : "";
    });
  }

  // The cells of a row of the script: the words, or an array of the words, the line below them and an address.
  function partsOfCell(cell) { return Array.isArray(cell) ? cell : [cell, "", ""]; }

  // A row as the table would have it; `like` is one of its rows.
  function makeRow(cells, like) {
    var row = document.createElement("tr");
    cells.forEach(function (cell, column) {
      var parts = partsOfCell(cell);
      var place = document.createElement(column ? "td" : "th");
      if (!column) { place.scope = "row"; }
      place.className = like.cells[column] ? like.cells[column].className : "";
      var words = document.createElement(parts[2] ? "a" : "span");
      if (parts[2]) { words.href = parts[2]; }
      words.textContent = parts[0];
      place.append(words);
      if (parts[1]) {
        var note = document.createElement("span");
        note.className = "sub";
        note.textContent = parts[1];
        place.append(note);
      }
      row.append(place);
    });
    return row;
  }

  // Sorts and filters the rows of all pages; those that come first take the place of this page's rows.
  function addAllPages(table) {
    var bodies = Array.from(table.tBodies);
    var like = table.querySelector("tbody > tr:not(.subhead):not(.this)") || table.tBodies[0].rows[0];
    var pages = table.closest("section").querySelector("nav.pages");
    var found = document.createElement("tbody");
    var wanted = [];
    var order = {};
    var rows = null;
    var count = addBox(table, function (words) {
      wanted = words;
      update();
    });

    function isWanted(row) {
      return wanted.every(function (word) { return row.words.includes(word); });
    }

    function update() {
      var isAsked = wanted.length > 0 || order.direction !== undefined;
      if (isAsked && !rows) { return load(); }
      bodies.forEach(function (body) { body.hidden = isAsked; });
      if (pages) { pages.hidden = isAsked; }
      found.remove();
      count.textContent = "";
      if (!isAsked) { return; }
      var matching = rows.filter(isWanted);
      if (order.direction !== undefined) {
        var isNumber = table.tHead.rows[0].cells[order.column].dataset.sort === "number";
        var sign = order.direction === "descending" ? -1 : 1;
        matching.forEach(function (row) {
          row.key = keyOf(partsOfCell(row.cells[order.column] || "")[0].trim(), isNumber);
        });
        matching.sort(function (left, right) {
          return compare(left.key, right.key, sign) || left.place - right.place;
        });
      }
      var shown = matching.slice(0, mostRowsShown);
      found.replaceChildren.apply(found, shown.map(function (row) { return makeRow(row.cells, like); }));
      table.append(found);
      count.textContent = (shown.length < matching.length ? "the first " + shown.length + " of " : "")
        + matching.length + " of " + rows.length + " rows on all pages";
    }

    function load() {
      if (window.assayRows) { return; }
      count.textContent = "loading the rows of all pages";
      window.assayRows = function (all) {
        rows = all.map(function (cells, place) {
          var words = cells.map(function (cell) { return partsOfCell(cell).slice(0, 2).join(" "); });
          return { cells: cells, place: place, words: words.join(" ").toLowerCase() };
        });
        update();
      };
      var script = document.createElement("script");
      script.src = table.dataset.rows;
      script.onerror = function () { count.textContent = "the rows of the other pages could not be loaded"; };
      document.head.append(script);
    }

    return function (column, direction) {
      order = { column: column, direction: direction };
      update();
    };
  }

  Array.from(document.querySelectorAll("table[data-sort]")).forEach(function (table) {
    if (!table.tHead) { return; }
    if (table.dataset.rows) {
      addButtons(table, addAllPages(table));
    } else {
      addButtons(table, sortRows(table));
      addFilter(table);
    }
  });
})();
